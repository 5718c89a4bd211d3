import type { Sentence } from '../document/annotated-document.js';
import type { MentionRange } from './mention-range.js';
import type { PolarTerm } from './polar-term.js';
import type { SentenceTerms } from './sentence-terms.js';

/** Prepositions: the name behind them is not the one that the clause is about. */
const prepositions = new Set([
  '对', '把', '将', '向', '给', '对于', '为', '针对', '被', '由', '比', '跟', '与', '和', '同', '从', '在', '据', '按', '因', '受', '遭', '用', '靠', '通过',
  '让', '使', '令', '叫', '使得', '迫使', '帮', '帮助', '逼', '导致', '致使',
]); // prettier-ignore

/** True when a preposition stands before a name, so that it takes no verb away from the subject before it. */
export function isAdjunct(mention: MentionRange, sentence: Sentence): boolean {
  return prepositions.has(sentence.tokens[mention.first - 1]?.norm ?? '');
}

const prominent = new Set(['让', '使', '令', '叫', '使得', '迫使', '帮', '帮助', '逼', '导致', '致使', '被', '由']);

/**
 * True when the name is the object of an earlier verb of a clause that somebody else began: 甲力压乙登顶. What follows is
 * said of the subject.
 */
export function isEarlierObject(
  term: PolarTerm,
  mention: MentionRange,
  mentions: readonly MentionRange[],
  { polar, clauseOf }: SentenceTerms,
  sentence: Sentence,
): boolean {
  if (mention.last > term.first || clauseOf[mention.first] !== term.clause) return false;
  if (prominent.has(sentence.tokens[mention.first - 1]?.norm ?? '')) return false;
  return mentions.some(
    (subject) =>
      subject.entityId !== mention.entityId &&
      subject.last <= mention.first &&
      clauseOf[subject.first] === term.clause &&
      !isAdjunct(subject, sentence) &&
      polar.some(
        (verb) =>
          verb !== term &&
          verb.term.object !== undefined &&
          verb.first >= subject.last &&
          verb.last <= mention.first &&
          mention.first - verb.last <= 1,
      ),
  );
}
