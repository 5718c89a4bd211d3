import type { Provider } from '@nestjs/common';

/** Everything that answers questions about coverage. */
export const queryProviders: Provider[] = [];
