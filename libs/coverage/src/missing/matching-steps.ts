import { traceStep } from '@timbre/collection';
import type { TraceStep } from '@timbre/contracts';
import { requiredParts } from '../queries/preview/required-parts.js';

export interface Words {
  title: string;
  text: string;
}
export interface NamedTopic {
  id: string;
  name: string;
  query: string;
}

/** A person waits: of a large catalogue, the first topics are tried. */
const mostTried = 60;

/**
 * Which topics a text matches. Asked for one topic, also why not: the parts of its query that alone keep the text out,
 * or that no single part does.
 *
 * @param single whether the question was for one topic
 */
export function matchingSteps(
  topics: readonly NamedTopic[],
  words: Words,
  test: (query: string, words: Words) => boolean,
  single: boolean,
): TraceStep[] {
  const tried = topics.slice(0, mostTried);
  const matched = tried.filter(({ query }) => test(query, words));
  if (!single) {
    if (tried.length === 0) return [];
    const links = matched.map(({ id, name }) => ({ kind: 'topic' as const, id: `topic:${id}`, name }));
    return matched.length === 0
      ? [traceStep('matching', 'problem', 'matching.no_topic', { tried: tried.length })]
      : [traceStep('matching', 'ok', 'matching.would', { count: matched.length }, links)];
  }
  return tried.map((topic) => {
    const links = [{ kind: 'topic' as const, id: `topic:${topic.id}`, name: topic.name }];
    if (matched.includes(topic)) return traceStep('matching', 'ok', 'matching.topic', { topic: topic.name }, links);
    const missing = requiredParts(topic.query).filter(({ without }) => test(without, words));
    const clauses = missing.map(({ clause }) => clause).join(' · ');
    return traceStep(
      'matching',
      'problem',
      missing.length === 0 ? 'matching.not_topic' : 'matching.clause',
      { topic: topic.name, query: topic.query, clauses },
      links,
    );
  });
}
