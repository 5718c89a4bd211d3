import type { TraceStep } from '@timbre/contracts';
import type { AnnouncedAddress } from '../entries/source-entry.repository.js';
import { traceStep } from './trace-step.js';

interface TracedSource {
  id: string;
  name: string;
  lastSuccess: string | null;
}

/** Whether feeds named the address, and what became of each entry. */
export function announcedSteps(entries: readonly AnnouncedAddress[], sources: readonly TracedSource[]): TraceStep[] {
  if (entries.length > 0) return entries.map(entryStep);
  const asked = sources.filter(({ lastSuccess }) => lastSuccess !== null);
  if (asked.length === 0) return [traceStep('announced', 'skipped', 'announced.no_source')];
  return asked.map(({ id, name, lastSuccess }) =>
    traceStep('announced', 'problem', 'announced.never', { source: name, last: lastSuccess }, [
      { kind: 'source', id, name },
    ]),
  );
}

function entryStep({ sourceId, sourceName, state, firstSeen, attempts, error, due }: AnnouncedAddress): TraceStep {
  const links: TraceStep['links'] = [{ kind: 'source', id: sourceId, name: sourceName }];
  const parameters = { source: sourceName, at: firstSeen.toISOString(), attempts, reason: error?.message ?? null };
  switch (state) {
    case 'collected':
      return traceStep('announced', 'ok', 'announced.collected', parameters, links);
    case 'waiting':
      return traceStep(
        'announced',
        error === null ? 'note' : 'problem',
        error === null ? 'announced.waiting' : 'announced.retrying',
        { ...parameters, next: due.toISOString() },
        links,
      );
    case 'failed':
      return traceStep('announced', 'problem', 'announced.failed', parameters, links);
  }
}
