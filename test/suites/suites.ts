import type { Suite } from './suite.js';

/** All suites that have a runner. */
export const suites: readonly Suite[] = [];
