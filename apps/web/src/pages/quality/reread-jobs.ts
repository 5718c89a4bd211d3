import { type LongJob, rereadPreview, type RereadPreview } from '@timbre/contracts';

/** Kinds of the long jobs that re-read, as the server names them. */
export const rereadKinds = { preview: 'coverage.reread-preview', reread: 'coverage.reread' } as const;

/** The newest job of a kind; jobs come newest first. */
export const latestOf = (jobs: readonly LongJob[] | undefined, kind: string): LongJob | undefined =>
  jobs?.find((job) => job.kind === kind);

/** What a finished preview of this version found; null where it did not finish, or where another version runs by now. */
export function previewOf(job: LongJob | undefined, version: string): RereadPreview | null {
  if (job?.state !== 'done') return null;
  const preview = rereadPreview.safeParse(job.result).data;
  return preview?.version === version ? preview : null;
}
