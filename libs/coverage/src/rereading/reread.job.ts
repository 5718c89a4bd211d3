import { rereadInput, rereadPreviewInput } from '@timbre/contracts';
import { defineQueue } from '@timbre/platform';

/** Reads history anew after the catalogue or the analysis changed; a long job with progress. */
export const rereadQueue = defineQueue({
  name: 'reread-history',
  payload: rereadInput,
  options: { attempts: 10, concurrency: 1, lockMs: 60_000 },
});

/** Kind of the long job. */
export const rereadKind = 'coverage.reread';

/** Reads a sample anew without writing, to show what a re-reading would move. */
export const rereadPreviewQueue = defineQueue({
  name: 'preview-reread',
  payload: rereadPreviewInput,
  options: { attempts: 3, concurrency: 1, lockMs: 60_000 },
});

export const rereadPreviewKind = 'coverage.reread-preview';
