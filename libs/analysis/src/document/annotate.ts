import type { GivenTarget, Span } from '@timbre/contracts';
import type { CompiledCatalogue } from '../catalogue/compile-catalogue.js';
import { findEntities } from '../entities/find-entities.js';
import type { NamedSpan } from '../entities/named-span.js';
import { resolveReferences } from '../entities/resolve-references.js';
import type { RoleWords } from '../entities/role-words.js';
import { foldText, type FoldedText } from '../folding/fold-text.js';
import type { HanSimplification } from '../folding/han-simplification.js';
import { alignTokens } from './align-tokens.js';
import type { AnnotatedDocument, EntityOccurrence } from './annotated-document.js';
import { buildSentences } from './build-sentences.js';
import { composeText, type ComposedText } from './compose-text.js';
import { documentLanguage, primaryLanguage, type LanguageDetector } from './language.js';
import { splitSentences, type SentenceRange } from './sentences.js';
import { tokenizeSentences } from './tokenize-sentences.js';
import type { FoldedToken, WordSegmenter } from './tokens.js';

/** What reading a text needs besides the catalogue; made once by `loadTextResources`. */
export interface TextResources {
  segmenter: WordSegmenter;
  simplification: HanSimplification;
  detectLanguage: LanguageDetector;
  roles: RoleWords;
}

export interface AnnotateOptions {
  title?: string;
  /** BCP 47; trusted when given. */
  lang?: string;
  /** ISO date or date-time. */
  published?: string;
  catalogue: CompiledCatalogue;
  givenTargets?: readonly GivenTarget[];
  resources: TextResources;
}

/** An annotated document with what topic queries and the assembly of a reading need besides. */
export interface ReadText {
  document: AnnotatedDocument;
  composed: ComposedText;
  /** Places of query terms in the text, by number. */
  terms: ReadonlyMap<number, readonly Span[]>;
  /** Given target → entity id, where they are one. */
  sameAs: ReadonlyMap<string, string>;
}

/**
 * Reads a text into sentences, words, clauses and occurrences of entities. Never throws on any text; linear.
 * Offsets of the result point into its `text`: the title (when given), a line break, the cleaned text.
 */
export function annotate(text: string, options: AnnotateOptions): AnnotatedDocument {
  return readText(text, options).document;
}

/** Does the work of `annotate` and keeps what only the assembly of a reading needs. */
export function readText(text: string, options: AnnotateOptions): ReadText {
  const { resources, catalogue } = options;
  const composed = composeText(text, options.title);
  const folded = foldText(composed.text, resources.simplification);
  const lang = primaryLanguage(options.lang) ?? documentLanguage(folded.text, resources.detectLanguage);
  const ranges = splitSentences(folded.text);
  const cut = tokenizeSentences(folded.text, ranges, resources.segmenter);
  const { names, terms, sameAs } = findEntities(
    folded,
    wordBounds(folded.text.length, cut),
    composed.bodyFrom,
    options,
  );
  const aligned = alignTokens(folded.text, ranges, cut, names);
  const sentences = buildSentences(composed, folded, ranges, aligned, lang, resources.detectLanguage);
  const kinds = givenKinds(sameAs, catalogue);
  const occurrences = resolveReferences(sentences, locate(names, folded, ranges), resources.roles, kinds, (id) =>
    makerOf(id, sameAs, catalogue),
  );
  const document: AnnotatedDocument = {
    lang,
    text: composed.text,
    sentences,
    occurrences,
    ...(options.published === undefined ? {} : { published: options.published.slice(0, 10) }),
  };
  const spans = new Map([...terms].map(([number, found]) => [number, found.map((span) => spanInText(folded, span))]));
  return { document, composed, terms: spans, sameAs };
}

function givenKinds(
  sameAs: ReadonlyMap<string, string>,
  catalogue: CompiledCatalogue,
): ReadonlyMap<string, EntityOccurrence['kind']> {
  const kinds = new Map<string, EntityOccurrence['kind']>();
  for (const [target, id] of sameAs) {
    const entity = catalogue.entities[catalogue.entityIndex.get(id) ?? -1];
    if (entity) kinds.set(target, entity.kind);
  }
  return kinds;
}

function makerOf(
  id: string,
  sameAs: ReadonlyMap<string, string>,
  catalogue: CompiledCatalogue,
): Pick<EntityOccurrence, 'entityId' | 'kind' | 'name'> | undefined {
  const entity = catalogue.entities[catalogue.entityIndex.get(sameAs.get(id) ?? id) ?? -1];
  const maker = catalogue.entities[catalogue.entityIndex.get(entity?.partOf ?? '') ?? -1];
  if (!maker) return undefined;
  for (const [target, known] of sameAs)
    if (known === maker.id) return { entityId: target, kind: 'given', name: target };
  return { entityId: maker.id, kind: maker.kind, name: maker.names.en };
}

function spanInText(folded: FoldedText, span: Span): Span {
  return { from: folded.start[span.from] ?? 0, to: folded.end[span.to - 1] ?? 0 };
}

function wordBounds(length: number, cut: readonly (readonly FoldedToken[])[]): Uint8Array {
  const bounds = new Uint8Array(length + 1);
  bounds[length] = 1;
  for (const tokens of cut) {
    for (const token of tokens) {
      bounds[token.from] = 1;
      bounds[token.to] = 1;
    }
  }
  return bounds;
}

/** Names with the sentence that each begins in, as occurrences in the text itself. */
function locate(names: readonly NamedSpan[], folded: FoldedText, ranges: readonly SentenceRange[]): EntityOccurrence[] {
  let sentence = 0;
  return names.map((named) => {
    while (sentence < ranges.length - 1 && (ranges[sentence]?.to ?? 0) <= named.from) sentence += 1;
    return { ...named, ...spanInText(folded, named), sentence };
  });
}
