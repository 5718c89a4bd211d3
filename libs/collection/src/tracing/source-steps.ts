import type { CollectionGap, Source, TraceStep } from '@timbre/contracts';
import { traceStep } from './trace-step.js';

/** States in which nothing is missed. */
const sound: readonly Source['health'][] = ['healthy', 'quiet'];

/** Which sources belong to the address, how they are, and when they were blind lately. */
export function sourceSteps(sources: readonly Source[], gaps: readonly CollectionGap[], host: string): TraceStep[] {
  if (sources.length === 0) return [traceStep('source', 'problem', 'source.none', { host })];
  const states = sources.map(({ id, name, health, healthReason, lastSuccess, nextAttempt }) =>
    traceStep(
      'source',
      sound.includes(health) ? 'ok' : 'problem',
      `source.${health}`,
      { source: name, reason: healthReason, last: lastSuccess, next: nextAttempt },
      [{ kind: 'source', id, name }],
    ),
  );
  const blind = gaps.map(({ sourceId, sourceName, from, to, cause }) =>
    traceStep(
      'source',
      'note',
      to === null ? 'source.gap_open' : 'source.gap',
      { source: sourceName, from, to, cause },
      sourceId === null ? [] : [{ kind: 'source', id: sourceId, name: sourceName ?? sourceId }],
    ),
  );
  return [...states, ...blind];
}
