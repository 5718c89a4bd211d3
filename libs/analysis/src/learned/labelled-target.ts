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

/** The first sentence that mentions the target, as both voters see it; undefined when it is mentioned nowhere. */
export function contextOf(
  { document, entityId }: LabelledTarget,
  lexicons: CompiledLexicons,
): TargetContext | undefined {
  const index = document.occurrences.find((occurrence) => occurrence.entityId === entityId)?.sentence;
  const sentence = index === undefined ? undefined : document.sentences[index];
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
