import type { LongJob } from '@timbre/contracts';
import { rereadKind } from './reread.job.js';

/** After this long a finished re-reading may be followed by another of the same version. */
const restMs = 60 * 60_000;

/** Whether history must be read again now: something is outdated, and nobody is at it, did it, or said no. */
export function shouldReread(
  outdated: number,
  title: string,
  jobs: readonly Pick<LongJob, 'kind' | 'title' | 'state' | 'finishedAt'>[],
  now: Date,
): boolean {
  if (outdated === 0) return false;
  return !jobs
    .filter(({ kind }) => kind === rereadKind)
    .some((job) => {
      if (job.state === 'waiting' || job.state === 'running') return true;
      if (job.title !== title) return false;
      return job.state !== 'done' || Date.parse(job.finishedAt ?? '') > now.getTime() - restMs;
    });
}
