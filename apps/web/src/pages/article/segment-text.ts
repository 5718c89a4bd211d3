/** A mark on a stretch of text; offsets are UTF-16 code units. */
export interface Mark<Kind> {
  from: number;
  to: number;
  kind: Kind;
}
export interface Segment<Kind> {
  text: string;
  from: number;
  /** Marks that cover the segment, outermost first. */
  marks: Kind[];
}
export interface Paragraph<Kind> {
  from: number;
  segments: Segment<Kind>[];
}

/**
 * Cuts a text into paragraphs, and these where marks begin and end, so that overlapping marks can be drawn.
 * Joined with line breaks the segments are the text again. Marks outside the text are cut to it.
 */
export function segmentText<Kind>(text: string, marks: readonly Mark<Kind>[]): Paragraph<Kind>[] {
  const sound = marks
    .map((mark) => ({ ...mark, from: Math.max(0, mark.from), to: Math.min(text.length, mark.to) }))
    .filter((mark) => mark.from < mark.to)
    .sort((left, right) => left.from - right.from || right.to - left.to);
  const paragraphs: Paragraph<Kind>[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    const inside = sound.filter((mark) => mark.from < end && mark.to > start);
    const cuts = new Set([start, end]);
    for (const mark of inside) {
      cuts.add(Math.max(start, mark.from));
      cuts.add(Math.min(end, mark.to));
    }
    const edges = [...cuts].sort((left, right) => left - right);
    const segments = edges.slice(0, -1).map((from, index): Segment<Kind> => {
      const to = edges[index + 1] ?? end;
      const covering = inside.filter((mark) => mark.from <= from && mark.to >= to);
      return { text: text.slice(from, to), from, marks: covering.map((mark) => mark.kind) };
    });
    paragraphs.push({ from: start, segments });
    start = end + 1;
  }
  return paragraphs;
}
