import type { GivenTarget } from '@timbre/contracts';
import type { CompiledCatalogue } from '../catalogue/compile-catalogue.js';
import { foldText, type FoldedText } from '../folding/fold-text.js';
import type { HanSimplification } from '../folding/han-simplification.js';
import { findNames, type FoundName } from '../gazetteer/find-names.js';
import { searchForm } from '../gazetteer/search-form.js';
import type { AnnotatedDocument, EntityOccurrence, Sentence } from './annotated-document.js';
import { splitClauses } from './clauses.js';
import { composeText } from './compose-text.js';
import { documentLanguage, primaryLanguage, sentenceLanguage, type LanguageDetector } from './language.js';
import { sentencePlaces } from './sentence-places.js';
import { splitSentences, type SentenceRange } from './sentences.js';
import { alignTokens } from './align-tokens.js';
import { tokenizeSentences } from './tokenize-sentences.js';
import { mapTokens, type FoldedToken, type WordSegmenter } from './tokens.js';

/** What reading a text needs besides the catalogue; made once by `loadTextResources`. */
export interface TextResources {
  segmenter: WordSegmenter;
  simplification: HanSimplification;
  detectLanguage: LanguageDetector;
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

/**
 * Reads a text into sentences, words, clauses and occurrences of known names. Never throws on any text; linear.
 * Offsets of the result point into its `text`: the title (when given), a line break, the cleaned text.
 */
export function annotate(text: string, options: AnnotateOptions): AnnotatedDocument {
  const { resources, catalogue } = options;
  const composed = composeText(text, options.title);
  const folded = foldText(composed.text, resources.simplification);
  const lang = primaryLanguage(options.lang) ?? documentLanguage(folded.text, resources.detectLanguage);
  const ranges = splitSentences(folded.text);
  const cut = tokenizeSentences(folded.text, ranges, resources.segmenter);
  const form = searchForm(folded.text);
  const names = findNames(catalogue, folded.text, form, wordBounds(folded.text.length, cut));
  const aligned = alignTokens(folded.text, ranges, cut, names);
  const sentences = buildSentences(composed.text, folded, ranges, aligned, lang, composed.titleTo, resources);
  return {
    lang,
    text: composed.text,
    sentences,
    occurrences: toOccurrences(names, folded, ranges, catalogue),
    ...(options.published === undefined ? {} : { published: options.published.slice(0, 10) }),
  };
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

function buildSentences(
  text: string,
  folded: FoldedText,
  ranges: readonly SentenceRange[],
  cut: readonly (readonly FoldedToken[])[],
  lang: string,
  titleTo: number,
  resources: TextResources,
): Sentence[] {
  const spans = ranges.map((range) => ({
    from: folded.start[range.from] ?? 0,
    to: folded.end[range.to - 1] ?? 0,
    paragraph: range.paragraph,
  }));
  const places = sentencePlaces(spans, titleTo, text);
  return ranges.map((range, index) => {
    const span = spans[index] ?? { from: 0, to: 0, paragraph: 0 };
    const own = sentenceLanguage(folded.text, range.from, range.to, lang, resources.detectLanguage);
    const tokens = mapTokens(text, folded, cut[index] ?? []);
    return { ...span, index, place: places[index] ?? 'body', lang: own, tokens, clauses: splitClauses(tokens, own) };
  });
}

function toOccurrences(
  names: readonly FoundName[],
  folded: FoldedText,
  ranges: readonly SentenceRange[],
  catalogue: CompiledCatalogue,
): EntityOccurrence[] {
  const occurrences: EntityOccurrence[] = [];
  let sentence = 0;
  for (const found of names) {
    while (sentence < ranges.length - 1 && (ranges[sentence]?.to ?? 0) <= found.from) sentence += 1;
    const entity = catalogue.entities[found.entity];
    if (!entity) continue;
    occurrences.push({
      entityId: entity.id,
      kind: entity.kind,
      name: entity.names.en,
      sentence,
      resolved: 'name',
      from: folded.start[found.from] ?? 0,
      to: folded.end[found.to - 1] ?? 0,
    });
  }
  return occurrences;
}
