import type { AnnotatedDocument } from '../document/annotated-document.js';
import type { CompiledLexicons } from '../lexicon/compile-lexicons.js';
import { type MentionRange, mentionRange } from '../sentiment/mention-range.js';
import { readTarget } from '../sentiment/read-target.js';
import { readSentenceTerms } from '../sentiment/sentence-terms.js';
import type { TargetContext } from './target-context.js';

/** A target with the label that people gave it. */
export interface LabelledTarget {
  document: AnnotatedDocument;
  entityId: string;
  label: -1 | 0 | 1;
}

/** One sentence as both voters see it for a target; undefined when the target has no words of its own there. */
function contextIn(
  document: AnnotatedDocument,
  entityId: string,
  index: number,
  lexicons: CompiledLexicons,
): TargetContext | undefined {
  const sentence = document.sentences[index];
  if (sentence === undefined) return undefined;
  const mentions = document.occurrences
    .filter((occurrence) => occurrence.sentence === index)
    .map((occurrence) => mentionRange(occurrence, sentence))
    .filter((range): range is MentionRange => range !== undefined);
  const own = mentions.filter((mention) => mention.entityId === entityId);
  if (own.length === 0) return undefined;
  const terms = readSentenceTerms(sentence, document.text, lexicons);
  const ids = new Set(mentions.map((mention) => mention.entityId));
  ids.delete(entityId);
  const rivals = [...ids].map((id) => {
    const theirs = mentions.filter((mention) => mention.entityId === id);
    return { first: theirs[0]?.first ?? 0, sum: readTarget(theirs, mentions, terms, sentence).sum };
  });
  return { sentence, terms, own, mentions, read: readTarget(own, mentions, terms, sentence), rivals };
}

/**
 * The sentence that a label is most likely about, as both voters see it: the first that mentions the target, in English
 * the one of which the rules make most ("Aria opened a plant. The company has since closed it."). Undefined when the
 * target is mentioned nowhere.
 */
export function contextOf(
  { document, entityId }: LabelledTarget,
  lexicons: CompiledLexicons,
): TargetContext | undefined {
  const own = document.occurrences.filter((occurrence) => occurrence.entityId === entityId);
  const places = [...new Set(own.map(({ sentence }) => sentence))];
  const read = document.lang === 'zh' ? places.slice(0, 1) : places;
  let best: TargetContext | undefined;
  for (const place of read) {
    const context = contextIn(document, entityId, place, lexicons);
    if (context !== undefined && (best === undefined || Math.abs(context.read.sum) > Math.abs(best.read.sum)))
      best = context;
  }
  return best;
}
