import type { Sentence } from '../document/annotated-document.js';
import { constructionsOf } from './chinese-constructions.js';
import type { MentionRange } from './mention-range.js';
import type { PolarTerm } from './polar-term.js';
import { reportedBy } from './reported-speech.js';
import type { SentenceTerms } from './sentence-terms.js';
import { type Bearing, shareOfTerm } from './target-share.js';

/** What one term says of one target in one sentence. */
export interface TermContribution {
  term: PolarTerm;
  bearing: Bearing;
  amount: number;
}

/** What a sentence says of a target by the rules. */
export interface TargetSentence {
  contributions: TermContribution[];
  /** Sum of the contributions, on the scale of valences. */
  sum: number;
  speaker: boolean;
}

/** Weight of what a speaker says on the speaker: uttering bad news is not bad news about oneself. */
const utteredWeight = 0.15;

function inside(term: PolarTerm, range: { from: number; to: number }): boolean {
  return term.first >= range.from && term.last <= range.to;
}

/** Shares the terms of a sentence out to one target; of several mentions of it the one that a term fits best counts. */
export function readTarget(
  own: readonly MentionRange[],
  mentions: readonly MentionRange[],
  terms: SentenceTerms,
  sentence: Sentence,
): TargetSentence {
  const spoken = own.map((mention) => reportedBy(mention, sentence));
  const contributions: TermContribution[] = [];
  let sum = 0;
  for (const term of terms.polar) {
    if (own.some((mention) => term.first >= mention.first && term.last <= mention.last)) continue;
    let best: TermContribution | undefined;
    own.forEach((mention, index) => {
      const share = shareOfTerm(term, mention, mentions, terms, sentence);
      const range = spoken[index];
      const uttered = range !== undefined && inside(term, range) ? utteredWeight : 1;
      const amount = share.valence * share.weight * term.factor * uttered;
      if (best === undefined || Math.abs(amount) > Math.abs(best.amount))
        best = { term, bearing: share.bearing, amount };
    });
    if (best === undefined || best.amount === 0) continue;
    contributions.push(best);
    sum += best.amount;
  }
  if (sentence.lang === 'zh') {
    for (const mention of own) {
      for (const { term, amount } of constructionsOf(mention, terms, sentence)) {
        contributions.push({ term, bearing: 'near', amount });
        sum += amount;
      }
    }
  }
  return { contributions, sum, speaker: spoken.some((range) => range !== undefined) };
}
