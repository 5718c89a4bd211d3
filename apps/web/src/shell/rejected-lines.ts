import type { LongJob } from '@timbre/contracts';

/** What an import rejected, from its job's result; null for other jobs and for imports without a rejected line. */
export function rejectedLines(job: Pick<LongJob, 'kind' | 'result'>): { importId: string; count: number } | null {
  const { importId, rejected } = job.result ?? {};
  if (job.kind !== 'import' || typeof importId !== 'string' || typeof rejected !== 'number') return null;
  return rejected > 0 ? { importId, count: rejected } : null;
}
