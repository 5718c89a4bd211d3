/** A stretch in which a source (null: all of them) could not be collected; ms, an open end is null. */
export interface BlindStretch {
  from: number;
  to: number | null;
  sourceId: string | null;
}

/** From this share of blind sources on, numbers say more about collection than about coverage. */
export const BLIND_LIMIT = 0.1;
/** A source that missed this part of the window counts as blind in it. */
const missedPart = 0.25;

/**
 * Share (0 … 1) of the sources that were blind at the end of a window or through a good part of it.
 *
 * @param sourceIds the sources that count; stretches of others are none of our business
 */
export function blindShare(
  stretches: readonly BlindStretch[],
  window: { from: number; to: number },
  sourceIds: ReadonlySet<string>,
): number {
  const length = Math.max(1, window.to - window.from);
  const missed = new Map<string, number>();
  for (const { from, to, sourceId } of stretches) {
    const overlap = Math.min(to ?? Infinity, window.to) - Math.max(from, window.from);
    const openAtEnd = from <= window.to && (to ?? Infinity) >= window.to;
    if (overlap <= 0 && !openAtEnd) continue;
    const part = openAtEnd ? 1 : overlap / length;
    if (sourceId === null) {
      if (part >= missedPart) return 1;
    } else if (sourceIds.has(sourceId)) {
      missed.set(sourceId, (missed.get(sourceId) ?? 0) + part);
    }
  }
  const blind = [...missed.values()].filter((part) => part >= missedPart).length;
  return sourceIds.size === 0 ? 0 : blind / sourceIds.size;
}
