/** Months before this share the partitions `*_early`. */
const firstMonth = Date.UTC(2000, 0, 1);

interface PublicationMonth {
  /** Suffix of the partition, e.g. `2026_11`. */
  suffix: string;
  from: string;
  to: string;
}

/** The distinct UTC months of these moments that have a partition of their own, oldest first. */
export function publicationMonths(moments: readonly Date[]): PublicationMonth[] {
  const starts = new Set<number>();
  for (const moment of moments) {
    const start = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), 1);
    if (start >= firstMonth) starts.add(start);
  }
  return [...starts]
    .sort((a, b) => a - b)
    .map((start) => {
      const month = new Date(start);
      const next = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
      const suffix = `${month.getUTCFullYear()}_${String(month.getUTCMonth() + 1).padStart(2, '0')}`;
      return { suffix, from: month.toISOString(), to: next.toISOString() };
    });
}
