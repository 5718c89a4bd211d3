import { sameSpeaker } from '../forecasts/forecast-agreement.js';

/** The parts of a quotation that are compared; a speaker that is not given is not compared. */
interface LabelledQuote {
  text: string;
  speaker?: string | null | undefined;
}

interface QuoteAgreement {
  matched: number;
  missed: number;
  spurious: number;
  speakers: number;
  speakersLabelled: number;
}

/** Longest texts that are compared character by character. */
const MAX_LENGTH = 2000;
const ENOUGH = 0.7;

/** Length of the longest common substring over the length of the longer text. */
function quoteOverlap(a: string, b: string): number {
  const [x, y] = [a.slice(0, MAX_LENGTH), b.slice(0, MAX_LENGTH)];
  const longer = Math.max(x.length, y.length);
  if (longer === 0) return 1;
  let best = 0;
  let row = new Uint16Array(y.length + 1);
  for (let i = 1; i <= x.length; i += 1) {
    const next = new Uint16Array(y.length + 1);
    for (let j = 1; j <= y.length; j += 1) {
      if (x.charCodeAt(i - 1) !== y.charCodeAt(j - 1)) continue;
      const length = (row[j - 1] ?? 0) + 1;
      next[j] = length;
      if (length > best) best = length;
    }
    row = next;
  }
  return best / longer;
}

/** Pairs the quotations found in one text with its labels, best overlap first; a pair needs 70 %. */
export function quoteAgreement(labels: readonly LabelledQuote[], found: readonly LabelledQuote[]): QuoteAgreement {
  const pairs = labels
    .flatMap((label, i) =>
      found.map((item, j) => ({ i, j, label, item, overlap: quoteOverlap(label.text, item.text) })),
    )
    .filter((pair) => pair.overlap >= ENOUGH)
    .sort((a, b) => b.overlap - a.overlap);
  const usedLabels = new Set<number>();
  const usedItems = new Set<number>();
  const agreement: QuoteAgreement = { matched: 0, missed: 0, spurious: 0, speakers: 0, speakersLabelled: 0 };
  for (const { i, j, label, item } of pairs) {
    if (usedLabels.has(i) || usedItems.has(j)) continue;
    usedLabels.add(i);
    usedItems.add(j);
    agreement.matched += 1;
    if (label.speaker === undefined) continue;
    agreement.speakersLabelled += 1;
    if (sameSpeaker(label.speaker, item.speaker ?? null)) agreement.speakers += 1;
  }
  agreement.missed = labels.length - agreement.matched;
  agreement.spurious = found.length - agreement.matched;
  return agreement;
}
