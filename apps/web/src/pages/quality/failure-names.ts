/** Reasons for which a scorer gave no answer, as the server names them; others are told together. */
const known = ['budget', 'timeout', 'unreachable', 'refused', 'status', 'answer', 'resting', 'model', 'other'] as const;
type FailureName = (typeof known)[number];

/** Counts by reason, most frequent first. */
export function failureNames(failures: Readonly<Record<string, number>>): { failure: FailureName; n: number }[] {
  const counts = new Map<FailureName, number>();
  for (const [name, n] of Object.entries(failures)) {
    const failure = known.find((one) => one === name) ?? 'other';
    counts.set(failure, (counts.get(failure) ?? 0) + n);
  }
  return [...counts].map(([failure, n]) => ({ failure, n })).sort((a, b) => b.n - a.n);
}
