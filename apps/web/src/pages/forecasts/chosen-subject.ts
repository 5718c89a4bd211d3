import type { ForecastsResponse } from '@timbre/contracts';

/** Stands in the URL for "all subjects together"; no id looks like it. */
export const ANY_SUBJECT = '*';

/**
 * Dates of unrelated subjects have no common median, so one subject is always chosen unless all are asked for.
 *
 * @param named what the URL names
 * @param subjects of the range, most often predicted first
 * @returns id of the subject; null for all of them
 */
export function chosenSubject(named: string | null, subjects: ForecastsResponse['subjects']): string | null {
  if (named === ANY_SUBJECT) return null;
  if (named !== null) return named;
  return subjects.find(({ id }) => id === 'agi')?.id ?? subjects[0]?.id ?? null;
}
