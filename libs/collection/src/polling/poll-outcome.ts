import type { SourceEntity, SourceError } from '../sources/source.entity.js';
import { changesOrigin } from '../sources/changes-origin.js';
import { nextAttempt } from './next-attempt.js';

/** How a visit went. */
export type Visit =
  | { kind: 'unchanged'; notBefore: Date | null; movedTo: string | null }
  | {
      kind: 'read';
      notBefore: Date | null;
      movedTo: string | null;
      etag: string | null;
      lastModified: string | null;
      newEntries: number;
    }
  | { kind: 'failed'; notBefore: Date | null; error: SourceError }
  | { kind: 'gone'; error: SourceError };

/**
 * What a visit changes of a source: its record, when it is asked again, and whether a gap opens or closes.
 * A gap opens with the second failure in a row (one may be a hiccup) and begins at the last success.
 */
export function pollOutcome(
  source: SourceEntity,
  visit: Visit,
  now: Date,
  random: number,
  entriesPerDay: number | null,
): { changes: Partial<SourceEntity>; gap: { open: Date; cause: string } | 'close' | null } {
  const failures = visit.kind === 'failed' || visit.kind === 'gone' ? source.failures + 1 : 0;
  const notBefore = visit.kind === 'gone' ? null : visit.notBefore;
  const next = nextAttempt({ now, fixedInterval: source.intervalSeconds, entriesPerDay, failures, notBefore, random });
  if (visit.kind === 'failed' || visit.kind === 'gone') {
    const retired = visit.kind === 'gone' ? { retiredAt: now } : {};
    const open =
      failures >= 2 || visit.kind === 'gone'
        ? { open: source.lastSuccess ?? source.createdAt, cause: visit.error.message }
        : null;
    return {
      changes: { lastAttempt: now, nextAttempt: next, failures, lastError: visit.error, ...retired },
      gap: open,
    };
  }
  const read =
    visit.kind === 'read'
      ? { etag: visit.etag, lastModified: visit.lastModified, ...(visit.newEntries > 0 && { lastNewEntry: now }) }
      : {};
  // Headers may hold credentials: they were given for the old host, not for the one it points to.
  const moved =
    visit.movedTo === null
      ? {}
      : { url: visit.movedTo, ...(changesOrigin(source.url, visit.movedTo) && { sealedHeaders: null }) };
  return {
    changes: {
      lastAttempt: now,
      lastSuccess: now,
      nextAttempt: next,
      failures: 0,
      lastError: null,
      // A person may have asked again for one that was gone.
      retiredAt: null,
      ...read,
      ...moved,
    },
    gap: 'close',
  };
}
