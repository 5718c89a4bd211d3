import type { Span } from '@timbre/contracts';
import { CharacterClass, characterClasses, isHan } from '../folding/character-classes.js';
import { addressEnd } from './tokens.js';
import { fullStopEnds, isCloser } from './sentence-ends.js';

/** A sentence of the folded text; `paragraph` counts from 0. */
export interface SentenceRange extends Span {
  paragraph: number;
}

/** Longer stretches without an end are cut at a comma or, failing that, anywhere: nothing downstream sees a 5 MB sentence. */
const LONGEST_SENTENCE = 600;
/** A quotation or bracket that is longer than this is read sentence by sentence. */
const LONGEST_INSIDE = 160;
const PAIRS = new Map<number, number>(
  ['“”', '‘’', '「」', '『』', '()', '[]', '《》', '【】'].map((p) => [p.charCodeAt(0), p.charCodeAt(1)]),
);
const REPORTING_END =
  /(?:说|说道|道|表示|称|指出|强调|认为|写道|透露|感慨|感叹|坦言|直言|补充|回应|解释|问|答|叹|喊|言)[。.!?！？,，:：]?$/;
const SAID =
  /^\s*(?:[A-Z][\w.'-]*\s+){0,4}(?:said|says|told|added|adds|wrote|writes|asked|replied|warned|explained|noted|argued|tweeted)\b/;

/** End (exclusive) of what opens at `at` when it closes soon and in the same paragraph, else −1. */
function insideEnd(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  const close = code === 34 ? 34 : PAIRS.get(code);
  if (close === undefined) return -1;
  const limit = Math.min(to, at + LONGEST_INSIDE);
  for (let i = at + 1; i < limit; i += 1) if (text.charCodeAt(i) === close) return i + 1;
  return -1;
}

/** Whether what follows a closed quotation is its own attribution: “…。” 周鸿祎感慨。 / "…?" she said. */
function attributionFollows(text: string, at: number, to: number): boolean {
  let from = at;
  while (from < to && text.charCodeAt(from) === 32) from += 1;
  if (from >= to) return false;
  const code = text.charCodeAt(from);
  if (characterClasses[code] === CharacterClass.Latin) {
    if (text.charAt(from) !== text.charAt(from).toUpperCase()) return true;
    // Before an attribution the full stop of a quotation becomes a comma: after '…months." She said' a sentence begins.
    if (text.charCodeAt(at - 2) === 46) return false;
    if (SAID.test(text.slice(from, from + 80))) return true;
  }
  if (!isHan(code)) return false;
  let end = from;
  while (end < to && end - from < 30 && !'。,!?;:“"'.includes(text.charAt(end))) end += 1;
  return REPORTING_END.test(text.slice(from, end));
}

function terminalEnds(text: string, at: number, sentenceFrom: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 46) return fullStopEnds(text, at, sentenceFrom);
  // …… goes on inside a sentence unless a quotation closes or the line ends after it.
  if (code === 0x2026) {
    const next = text.charCodeAt(at + 1);
    return at + 1 >= text.length || next === 10 || (isCloser(next) && next !== 0x29);
  }
  if (code === 0x3002 || code === 33 || code === 63)
    return text.charCodeAt(at + 1) !== 33 && text.charCodeAt(at + 1) !== 63;
  return false;
}

/** Last resort for text without ends: the latest comma or space before the limit, else the limit, never between surrogates. */
function forcedEnd(text: string, from: number): number {
  const limit = from + LONGEST_SENTENCE;
  for (let i = limit; i > from + LONGEST_SENTENCE / 2; i -= 1) {
    const code = text.charCodeAt(i - 1);
    if (code === 44 || code === 59 || code === 32 || code === 0x3001) return i;
  }
  const last = text.charCodeAt(limit - 1);
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
}

/** Sentences of one paragraph `[from, to)`, in order, without overlap. */
function sentencesOfParagraph(text: string, from: number, to: number, paragraph: number, out: SentenceRange[]): void {
  let start = from;
  // A straight quotation mark that closes a long quotation must not be taken for one that opens.
  let insideLongQuote = false;
  const emit = (end: number): void => {
    let a = start;
    let b = end;
    while (a < b && text.charCodeAt(a) <= 32) a += 1;
    while (b > a && text.charCodeAt(b - 1) <= 32) b -= 1;
    if (b > a) out.push({ from: a, to: b, paragraph });
    start = end;
  };
  for (let i = from; i < to; i += 1) {
    if (i - start >= LONGEST_SENTENCE) {
      emit(forcedEnd(text, start));
      i = Math.max(i, start);
    }
    const address = addressEnd(text, i);
    if (address > 0) {
      i = Math.min(address, to) - 1;
      continue;
    }
    const straight = text.charCodeAt(i) === 34;
    const inside = straight && insideLongQuote ? -1 : insideEnd(text, i, to);
    if (straight && inside < 0) insideLongQuote = !insideLongQuote;
    if (inside > 0) {
      i = inside - 1;
      const last = text.charCodeAt(inside - 2);
      const ended = last === 0x3002 || last === 33 || last === 63 || last === 46 || last === 0x2026;
      const closesQuote = text.charCodeAt(i) !== 41 && text.charCodeAt(i) !== 93;
      if (ended && closesQuote && endsAfterQuote(text, inside, to)) emit(inside);
      continue;
    }
    if (!terminalEnds(text, i, start)) continue;
    let end = i + 1;
    while (end < to && isCloser(text.charCodeAt(end))) {
      if (text.charCodeAt(end) === 34) insideLongQuote = false;
      end += 1;
    }
    if (end > i + 1 && attributionFollows(text, end, to)) {
      i = end - 1;
      continue;
    }
    emit(end);
    i = end - 1;
  }
  emit(to);
}

/** “……。”他说 goes on; “……。”第二天 begins anew; 他说“好。”就走了 goes on as the quotation is part of a clause. */
function endsAfterQuote(text: string, at: number, to: number): boolean {
  let next = at;
  while (next < to && text.charCodeAt(next) === 32) next += 1;
  if (next >= to) return true;
  if (',;:)-—、'.includes(text.charAt(next)) || isCloser(text.charCodeAt(next))) return false;
  return !attributionFollows(text, at, to);
}

/** A line break inside a hard-wrapped English paragraph: a long line without an end, then a line in lower case. */
function isSoftBreak(text: string, lineStart: number, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const next = text.charAt(at + 1);
  const lower = next !== next.toUpperCase() && characterClasses[next.charCodeAt(0)] === CharacterClass.Latin;
  return (
    lower &&
    at - lineStart >= 50 &&
    (characterClasses[before] === CharacterClass.Latin || before === 44 || before === 32)
  );
}

/** Splits a folded text into sentences; linear in its length. Each range lies in one paragraph. */
export function splitSentences(text: string): SentenceRange[] {
  const out: SentenceRange[] = [];
  let paragraph = 0;
  let from = 0;
  let lineStart = 0;
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && text.charCodeAt(i) !== 10) continue;
    const soft = i < text.length && isSoftBreak(text, lineStart, i);
    lineStart = i + 1;
    if (soft) continue;
    const before = out.length;
    sentencesOfParagraph(text, from, i, paragraph, out);
    if (out.length > before) paragraph += 1;
    from = i + 1;
  }
  return out;
}
