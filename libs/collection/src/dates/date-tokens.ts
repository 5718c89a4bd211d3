/** A piece of a written date. */
export type DateToken =
  | { kind: 'yearMonthDay'; parts: [string, string, string] }
  | { kind: 'threeNumbers'; parts: [string, string, string]; separator: string }
  | { kind: 'time'; hour: number; minute: number; second: number; millisecond: number }
  | { kind: 'offset'; text: string }
  | { kind: 'zoneName'; text: string }
  | { kind: 'number'; text: string }
  | { kind: 'word'; text: string };

type Reader = [pattern: RegExp, read: (match: RegExpExecArray) => DateToken | null];

const READERS: Reader[] = [
  [/[\s,;|·、]+|\([^)]{0,60}\)/y, () => null],
  [/(\d{4})\. (\d{1,2})\. (\d{1,2})\.?(?!\d)/y, (m) => ({ kind: 'yearMonthDay', parts: [m[1]!, m[2]!, m[3]!] })],
  [/(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y, (m) => ({ kind: 'yearMonthDay', parts: [m[1]!, m[3]!, m[4]!] })],
  [
    /(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?![\d:])/y,
    (m) => ({ kind: 'threeNumbers', parts: [m[1]!, m[3]!, m[4]!], separator: m[2]! }),
  ],
  [
    /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?![\d:])/y,
    (m) => ({
      kind: 'time',
      hour: Number(m[1]),
      minute: Number(m[2]),
      second: Number(m[3] ?? 0),
      millisecond: m[4] ? Math.floor(Number(`0.${m[4]}`) * 1000) : 0,
    }),
  ],
  [/[+\-−]\d{1,2}:?\d{2}(?![\d:])|[+\-−]\d{1,2}(?![\d:])/y, (m) => ({ kind: 'offset', text: m[0] })],
  [/[a-z]{2,20}\/[a-z_]{2,30}(?:\/[a-z_]{2,30})?/iy, (m) => ({ kind: 'zoneName', text: m[0] })],
  [/(\d{1,4})(?:st|nd|rd|th|er|º|ª|\.)?(?![\d:])/iy, (m) => ({ kind: 'number', text: m[1]! })],
  [/[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*\.?/uy, (m) => ({ kind: 'word', text: m[0] })],
  [/[-–—/.]+/y, () => null],
];

/** Cuts a written date into tokens from left to right; null when a character belongs to none. Linear in the text. */
export function dateTokens(text: string): DateToken[] | null {
  const tokens: DateToken[] = [];
  let afterTime = false;
  for (let index = 0; index < text.length;) {
    const step = readToken(text, index, afterTime);
    if (!step) return null;
    index = step.end;
    if (!step.token) continue;
    tokens.push(step.token);
    afterTime ||= step.token.kind === 'time';
  }
  return tokens;
}

function readToken(text: string, index: number, afterTime: boolean): { token: DateToken | null; end: number } | null {
  for (const [pattern, read] of READERS) {
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    if (!match) continue;
    const token = read(match);
    const misplaced = token?.kind === 'offset' && !afterTime && !/(?:gmt|utc)$/i.test(text.slice(0, index));
    if (!misplaced) return { token, end: pattern.lastIndex };
  }
  return null;
}
