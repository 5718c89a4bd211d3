/** Entries per job: enough to be worth a job, few enough that a crash repeats little. */
export const ENTRIES_PER_JOB = 20;

/** Groups waiting entries by source into payloads of bounded size. */
export function collectJobs(
  entries: readonly { sourceId: string; key: string }[],
): { sourceId: string; keys: string[] }[] {
  const bySource = new Map<string, string[]>();
  for (const { sourceId, key } of entries) bySource.set(sourceId, [...(bySource.get(sourceId) ?? []), key]);
  return [...bySource].flatMap(([sourceId, keys]) => {
    return Array.from({ length: Math.ceil(keys.length / ENTRIES_PER_JOB) }, (_, part) => ({
      sourceId,
      keys: keys.slice(part * ENTRIES_PER_JOB, (part + 1) * ENTRIES_PER_JOB),
    }));
  });
}
