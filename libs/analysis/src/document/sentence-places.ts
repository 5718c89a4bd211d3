import type { SentencePlace } from './annotated-document.js';

interface PlacedSpan {
  from: number;
  to: number;
  paragraph: number;
}

/** A lead is the first paragraph, and of a long one only its beginning. */
const LEAD_SENTENCES = 3;
const LONGEST_HEADLINE = 120;

/**
 * Title, lead or body for each sentence. Without a given title, a short first line without an end mark is the title
 * when more text follows it.
 */
export function sentencePlaces(spans: readonly PlacedSpan[], titleTo: number, text: string): SentencePlace[] {
  const first = spans[0];
  const second = spans[1];
  let headlineTo = titleTo;
  if (titleTo === 0 && first && second && second.paragraph > first.paragraph) {
    const bare =
      first.to - first.from <= LONGEST_HEADLINE &&
      !/[。.!?！？…;；:：]["”’」』]?$/.test(text.slice(first.from, first.to));
    if (bare) headlineTo = first.to;
  }
  let leadParagraph = -1;
  let leads = 0;
  return spans.map((span) => {
    if (span.from < headlineTo) return 'title';
    if (leadParagraph < 0) leadParagraph = span.paragraph;
    if (span.paragraph === leadParagraph && leads < LEAD_SENTENCES) {
      leads += 1;
      return 'lead';
    }
    return 'body';
  });
}
