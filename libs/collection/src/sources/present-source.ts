import type { Source } from '@timbre/contracts';
import type { EntryRhythm } from '../entries/source-entry.repository.js';
import { sourceHealth } from '../health/source-health.js';
import { isVisited } from './visited-kinds.js';
import type { SourceEntity } from './source.entity.js';

/** A source as the API shows one: its row, its rhythm, and the state that follows from both. */
export function presentSource(row: SourceEntity, rhythm: EntryRhythm | undefined, articles: number, now: Date): Source {
  const { health, reason } = sourceHealth({
    now,
    enabled: row.enabled,
    retired: row.retiredAt !== null,
    visited: isVisited(row.kind),
    lastAttempt: row.lastAttempt,
    lastSuccess: row.lastSuccess,
    lastNewEntry: row.lastNewEntry,
    failures: row.failures,
    lastError: row.lastError,
    articles,
    entriesPerDay: rhythm?.entriesPerDay ?? null,
    failedShare: rhythm?.failedShare ?? null,
  });
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    url: row.url,
    outlet: row.outlet,
    language: row.language,
    reach: row.reach,
    fetchPages: row.fetchPages,
    enabled: row.enabled,
    sample: row.sample,
    interval: row.intervalSeconds,
    health,
    healthReason: reason,
    lastSuccess: row.lastSuccess?.toISOString() ?? null,
    lastAttempt: row.lastAttempt?.toISOString() ?? null,
    nextAttempt:
      row.enabled && row.retiredAt === null && isVisited(row.kind) ? (row.nextAttempt?.toISOString() ?? null) : null,
    lastError: row.lastError,
    failures: row.failures,
    options: row.options,
    family: row.family,
    retentionDays: row.retentionDays,
    articles,
    articlesPerDay: rhythm?.entriesPerDay ?? null,
    undatedShare: rhythm?.undatedShare ?? null,
  };
}
