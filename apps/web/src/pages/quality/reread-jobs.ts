import { type LongJob, rereadPreview, type RereadPreview } from '@timbre/contracts';

/** Kinds of the long jobs that re-read, as the server names them. */
export const rereadKinds = { preview: 'coverage.reread-preview', reread: 'coverage.reread' } as const;

/** The newest job of a kind; jobs come newest first. */
export const latestOf = (jobs: readonly LongJob[] | undefined, kind: string): LongJob | undefined =>
  jobs?.find((job) => job.kind === kind);

/** What a finished preview found; null where it did not finish, or where another version wrote it. */
export function previewOf(job: LongJob | undefined): RereadPreview | null {
  if (job?.state !== 'done') return null;
  return rereadPreview.safeParse(job.result).data ?? null;
}
