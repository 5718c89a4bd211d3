/** The text that all offsets of a reading point into, and where the caller's own text begins in it. */
export interface ComposedText {
  text: string;
  /** Offset of the given `text` within the composed one: what is added to offsets that the caller gave. */
  bodyFrom: number;
  /** Where the title ends, 0 without one. */
  titleTo: number;
}

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// Everything below space but tab, LF and CR: no database or XML takes NUL, and the rest are invisible.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Replaces what no consumer can store. Each unit is replaced by one unit, so offsets stay what they were. */
export function cleanText(text: string): string {
  return text.replace(LONE_SURROGATE, '\ufffd').replace(CONTROL, ' ');
}

/**
 * Puts the title on a line of its own before the text, unless the text already begins with it.
 * @example composeText('甲说乙', '标题').text === '标题\n甲说乙'
 */
export function composeText(text: string, title?: string): ComposedText {
  const body = cleanText(text);
  const heading = cleanText(title ?? '').trim();
  if (heading === '') return { text: body, bodyFrom: 0, titleTo: 0 };
  const leading = body.length - body.trimStart().length;
  if (body.startsWith(heading, leading)) return { text: body, bodyFrom: 0, titleTo: leading + heading.length };
  return { text: `${heading}\n${body}`, bodyFrom: heading.length + 1, titleTo: heading.length };
}
