import { fileURLToPath } from 'node:url';

/** The folder of our own labelled quotes and forecasts. */
export const shippedStatementFolder = fileURLToPath(new URL('../../data/statements', import.meta.url));
