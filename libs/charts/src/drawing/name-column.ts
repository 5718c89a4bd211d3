const FULL = 12;
const HALF = 6.8;
const GAP = 14;
const LINE = 14;
/** Least room for names, and the share of the drawing that they may take. */
const LEAST = 64;
const MOST = 220;
const MOST_SHARE = 0.46;

const isWide = (character: string) =>
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/.test(character);

/** Width of a name in 12 px type, near enough to lay out a column without a canvas. */
export function nameLength(name: string): number {
  let width = 0;
  for (const character of name) width += isWide(character) ? FULL : HALF;
  return width;
}

/**
 * Room for row names left of bars: as much as the longest needs, up to nearly half of the drawing; what is longer
 * wraps onto a second line where it has a space, and only then is cut.
 *
 * @param width of the drawing, CSS pixels
 * @returns left margin of the grid, and the label of its category axis
 */
export function nameColumn(names: readonly string[], width: number) {
  const needed = names.reduce((longest, name) => Math.max(longest, nameLength(name)), 0) + GAP;
  const left = Math.ceil(Math.min(MOST, Math.max(LEAST, needed), Math.max(LEAST, width * MOST_SHARE)));
  const room = left - GAP;
  return {
    left,
    axisLabel: {
      // A little more than was measured, so that a name that fits is not cut by a rounding.
      width: room + 6,
      overflow: 'truncate' as const,
      lineHeight: LINE,
      interval: 0 as const,
      formatter: (name: string) => twoLines(name, room),
    },
  };
}

/** Breaks at the last space that fits; the second line takes the rest. */
export function twoLines(name: string, room: number): string {
  if (nameLength(name) <= room) return name;
  let last = -1;
  for (let at = name.indexOf(' '); at > 0 && nameLength(name.slice(0, at)) <= room; at = name.indexOf(' ', at + 1)) {
    last = at;
  }
  return last < 0 ? name : `${name.slice(0, last)}\n${name.slice(last + 1)}`;
}
