import { DateTime } from 'luxon';
import type { VersionPresence } from './provenance.repository.js';

/**
 * Moments within a range at which another version of the analysis begins to have read what was published. A version
 * that is there from the first day on breaks nothing.
 */
export function versionBreaks(versions: readonly VersionPresence[], zone: string): { at: string; version: string }[] {
  const earliest = versions.reduce((first, version) => (version.first < first ? version.first : first), '9999-12-31');
  return versions
    .filter(({ first }) => first > earliest)
    .map(({ first, version }) => ({ at: DateTime.fromISO(first, { zone }).toUTC().toISO() ?? '', version }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
