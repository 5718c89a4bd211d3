import { setFlagsFromString } from 'node:v8';

/**
 * How far the heap may grow over what is alive before it is collected, in percent. Left alone, V8 lets it double on a
 * machine with much memory, which cost 280 MB during an import and won nothing (`npm run bench -- pipeline`).
 */
const growthPercent = 40;

/** Keeps a worker small. To be called once, before work begins. */
export function limitHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
}
