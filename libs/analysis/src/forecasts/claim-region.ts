import type { Span } from '@timbre/contracts';

/** How far a clause may reach from the time expression; keeps the work linear in sentences without commas. */
const REACH = 240;
const BREAKS = { zh: /[,，;；:：。!！?？\n、—]/, en: /[,;:。!?\n—()]/ };
const REPORTING_TAIL = {
  zh: /(?:认为|预计|预测|预言|表示|称|说|指出|透露|相信|强调|判断|坦言|断言|估计|坚称|承认|提到|预料|写道|警告|看来|所言|报道|消息|显示|觉得|预期)(?:道)?\s*$/u,
  en: /\b(?:believes?|thinks?|expects?|predicts?|predicted|forecasts?|estimates?|insists?|insisted|reckons?|hopes?|anticipates?|doubts?|bets?)(?:\s+that)?\s*$/i,
};

/** The clause around a time expression, the part before and after it, and the verb that governs it from the clause before. */
export interface ClaimRegion extends Span {
  before: string;
  after: string;
  /** The clause that governs it ("he believes that"), or nothing. */
  governor: string;
}

/** Cuts the clause that holds `[time.from, time.to)` out of the sentence; offsets are into `text`. */
export function claimRegion(text: string, sentence: Span, time: Span, lang: 'zh' | 'en'): ClaimRegion {
  const breaks = BREAKS[lang];
  const left = (from: number): number => {
    const stop = Math.max(sentence.from, from - REACH);
    let at = from;
    while (at > stop && !isBreak(text, at - 1, breaks)) at -= 1;
    return at;
  };
  const right = (from: number): number => {
    const stop = Math.min(sentence.to, from + REACH);
    let at = from;
    while (at < stop && !isBreak(text, at, breaks)) at += 1;
    return at;
  };
  let from = left(time.from);
  let to = right(time.to);
  // "By 2030, AI could …": a fronted adverbial belongs to the clause after it.
  const rest = (text.slice(from, time.from) + text.slice(time.to, to)).trim();
  const fronted = lang === 'zh' ? rest.length <= 3 : rest.split(/\s+/).length <= 2;
  const afterComma = to < sentence.to && /[,，、:：—]/.test(text.charAt(to));
  if (fronted && afterComma) to = right(to + 1);
  else if (fronted && from > sentence.from) from = left(from - 1);
  const governor = left(Math.max(sentence.from, from - 1));
  const head = text.slice(governor, Math.max(governor, from - 1));
  const governed = REPORTING_TAIL[lang].test(head) ? `${head} ` : '';
  const before = text.slice(from, time.from);
  const after = text.slice(time.to, to);
  return { from, to, before, after, governor: governed };
}

function isBreak(text: string, at: number, breaks: RegExp): boolean {
  const character = text.charAt(at);
  if (!breaks.test(character)) return false;
  // 1,000 and 10:30 are one word.
  return !(/[,，:：]/.test(character) && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1)));
}
