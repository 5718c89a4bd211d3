import { collectJobs } from './collect-jobs.js';

/**
 * Jobs in waves: the first of each source, then the second of each, and so on. Pages of a source mostly stand on one
 * host, which is asked slowly; jobs that started together would only wait for each other and keep others out.
 */
export function collectWaves(
  entries: readonly { sourceId: string; key: string }[],
): { sourceId: string; keys: string[] }[][] {
  const waves: { sourceId: string; keys: string[] }[][] = [];
  const started = new Map<string, number>();
  for (const job of collectJobs(entries)) {
    const wave = started.get(job.sourceId) ?? 0;
    started.set(job.sourceId, wave + 1);
    (waves[wave] ??= []).push(job);
  }
  return waves;
}
