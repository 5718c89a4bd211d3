import type { LongJob } from '@timbre/contracts';
import type { Principal } from '../http/index.js';

/** A job with who started it. */
export interface OwnedJob {
  job: LongJob;
  startedBy: string | null;
}

/** A job as one person sees it: the link to a file is for who asked for it, because whoever holds it may fetch. */
export function jobAsSeen({ job, startedBy }: OwnedJob, by: Pick<Principal, 'userId' | 'role'>): LongJob {
  const own = startedBy === by.userId;
  const { download: _download, ...result } = job.result ?? {};
  return {
    ...job,
    result: own || job.result === null ? job.result : result,
    mayCancel: own || by.role !== 'viewer',
  };
}
