import type { SourceHealth } from '@timbre/contracts';

/** What is known of a source's recent visits. */
export interface HealthFacts {
  now: Date;
  enabled: boolean;
  retired: boolean;
  /** Feeds and pages are visited; files and push sources only receive. */
  visited: boolean;
  lastAttempt: Date | null;
  lastSuccess: Date | null;
  /** When something new last came. */
  lastNewEntry: Date | null;
  failures: number;
  lastError: { message: string } | null;
  /** Articles that came from it, ever. */
  articles: number;
  /** Entries per day over the last four weeks; null while unknown. */
  entriesPerDay: number | null;
  /** Share of recent entries whose text could not be had. */
  failedShare: number | null;
}

/** Failures in a row after which a source counts as broken. */
const BROKEN_AFTER = 3;

/**
 * The state of a source and the sentence that explains it. Quiet is not broken: a reachable source without news is
 * judged against its own rhythm (silent four times longer than its usual pause, and at least two days).
 */
export function sourceHealth(facts: HealthFacts): { health: SourceHealth; reason: string | null } {
  if (facts.retired) return { health: 'retired', reason: 'The server said that this address is gone for good (410).' };
  if (!facts.enabled) return { health: 'paused', reason: 'Switched off.' };
  if (facts.visited && facts.lastAttempt === null) return { health: 'new', reason: 'Not visited yet.' };
  if (facts.failures >= BROKEN_AFTER || (facts.failures > 0 && facts.lastSuccess === null)) {
    return { health: 'broken', reason: facts.lastError?.message ?? 'The last visits failed.' };
  }
  if (facts.failures > 0) return { health: 'degraded', reason: facts.lastError?.message ?? 'The last visit failed.' };
  if (facts.failedShare !== null && facts.failedShare >= 0.5) {
    return { health: 'degraded', reason: `${Math.round(facts.failedShare * 100)} % of recent entries gave no text.` };
  }
  return quietOrHealthy(facts);
}

function quietOrHealthy(facts: HealthFacts): { health: SourceHealth; reason: string | null } {
  // A file or a pusher has no rhythm of its own to fall silent against.
  if (!facts.visited && facts.articles > 0) return { health: 'healthy', reason: null };
  if (facts.lastNewEntry === null) return { health: 'quiet', reason: 'Reachable; nothing has come yet.' };
  const days = (facts.now.getTime() - facts.lastNewEntry.getTime()) / 86_400_000;
  const usualPause = facts.entriesPerDay !== null && facts.entriesPerDay > 0 ? 1 / facts.entriesPerDay : 7;
  return days > Math.max(2, usualPause * 4)
    ? { health: 'quiet', reason: `Reachable; nothing new for ${Math.floor(days)} days.` }
    : { health: 'healthy', reason: null };
}
