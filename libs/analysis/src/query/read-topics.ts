import type { Span, TopicReading } from '@timbre/contracts';
import type { CompiledCatalogue } from '../catalogue/compile-catalogue.js';
import type { ReadText } from '../document/annotate.js';
import type { EntityOccurrence, Sentence } from '../document/annotated-document.js';
import { evaluateQuery, type QueryHits } from './evaluate-query.js';

const NO_SPANS: readonly Span[] = [];

/** What a read text offers to queries. */
export function queryHits(read: ReadText, occurrences: readonly EntityOccurrence[]): QueryHits {
  const byEntity = new Map<string, Span[]>();
  for (const { entityId, from, to, resolved } of occurrences) {
    if (resolved === 'pronoun' || resolved === 'role') continue;
    const spans = byEntity.get(entityId);
    if (spans) spans.push({ from, to });
    else byEntity.set(entityId, [{ from, to }]);
  }
  let positions: WordPositions | null = null;
  const title = read.document.sentences.findLast((sentence) => sentence.place === 'title');
  return {
    term: (id) => read.terms.get(id) ?? NO_SPANS,
    entity: (id) => byEntity.get(id) ?? NO_SPANS,
    titleTo: Math.max(read.composed.titleTo, title?.to ?? 0),
    wordAt: (offset) => {
      positions ??= wordPositions(read.document.sentences);
      return positions.numbers[latestAt(positions.starts, offset)] ?? 0;
    },
  };
}

interface WordPositions {
  starts: Int32Array;
  numbers: Int32Array;
}

/** Words lie this much farther apart across paragraphs, so that NEAR never reaches from one into the next. */
const PARAGRAPH_GAP = 1000;

function wordPositions(sentences: readonly Sentence[]): WordPositions {
  const starts: number[] = [];
  const numbers: number[] = [];
  let number = 0;
  let paragraph = 0;
  for (const sentence of sentences) {
    if (sentence.paragraph !== paragraph) number += PARAGRAPH_GAP;
    paragraph = sentence.paragraph;
    for (const token of sentence.tokens) {
      if (token.kind !== 'word' && token.kind !== 'number') continue;
      number += 1;
      starts.push(token.from);
      numbers.push(number);
    }
  }
  return { starts: Int32Array.from(starts), numbers: Int32Array.from(numbers) };
}

/** Index of the last start at or before `offset`; 0 when there is none. */
function latestAt(starts: Int32Array, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Topics of the catalogue that a text matches, with every reason. */
export function readTopics(
  read: ReadText,
  occurrences: readonly EntityOccurrence[],
  catalogue: CompiledCatalogue,
): TopicReading[] {
  const hits = queryHits(read, occurrences);
  const readings: TopicReading[] = [];
  for (const { topic, query } of catalogue.topics) {
    const matches = evaluateQuery(query, hits);
    if (matches.length > 0) readings.push({ id: topic.id, name: topic.names.en, matches });
  }
  return readings;
}
