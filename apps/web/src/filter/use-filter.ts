import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { extentQuery } from '../api/queries.js';
import { usePreferences } from '../preferences/preferences.js';
import type { FilterState } from './filter-state.js';
import { readFilter, writeFilter } from './filter-url.js';
import { resolveRange, type InstantRange } from './resolve-range.js';

/** Parameters of the coverage endpoints, as the API reads them. */
export type CoverageParameters = Record<string, string | readonly string[]>;

/** A filter with what it means now. */
export interface ResolvedFilter {
  filter: FilterState;
  /** Null until it is known what coverage there is. */
  range: InstantRange | null;
  parameters: CoverageParameters | null;
}

export interface UsedFilter extends ResolvedFilter {
  /** Changes part of the filter; the browser's back button undoes it. */
  change: (patch: Partial<FilterState>) => void;
}

function hourNow(): number {
  return Math.floor(Date.now() / 3_600_000) * 3_600_000;
}

/** The filter of this page: read from the URL, written to the URL. */
export function useFilter(): UsedFilter {
  const [search, setSearch] = useSearchParams();
  const resolved = useFilterOf(search);
  const change = useCallback(
    (patch: Partial<FilterState>) => setSearch((before) => writeFilter({ ...readFilter(before), ...patch }, before)),
    [setSearch],
  );
  return { ...resolved, change };
}

/** A filter that is kept elsewhere than in the page's URL, in the same words. */
export function useFilterOf(search: URLSearchParams): ResolvedFilter {
  const { timeZone } = usePreferences();
  const extent = useQuery(extentQuery()).data;
  const filter = useMemo(() => readFilter(search), [search]);
  const now = hourNow();
  const range = useMemo(
    () => (extent ? resolveRange(filter, extent, now, timeZone) : null),
    [filter, extent, now, timeZone],
  );
  const parameters = useMemo(() => range && coverageParameters(filter, range, timeZone), [filter, range, timeZone]);
  return { filter, range, parameters };
}

function coverageParameters(filter: FilterState, range: InstantRange, tz: string): CoverageParameters {
  const { bucket, compare, targets, sources, languages, labels, aspects, speakers, unit, weighting } = filter;
  return { ...range, tz, bucket, compare, targets, sources, languages, labels, aspects, speakers, unit, weighting };
}
