import { fileURLToPath } from 'node:url';

/** The folder of our own labelled sentences. */
export const shippedSentenceFolder = fileURLToPath(new URL('../../data/sentences', import.meta.url));
