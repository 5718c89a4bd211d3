import { type AlertRuleInput, type CoverageFilter, coverageFilter } from '@timbre/contracts';

/** The coverage that a rule looks at in a range. */
export function coverageOf(
  { filter }: Pick<AlertRuleInput, 'filter'>,
  from: Date,
  to: Date,
  more: Partial<CoverageFilter> = {},
): CoverageFilter {
  const { targets, sources, languages, unit } = filter;
  return {
    ...coverageFilter.parse({ targets, sources, languages, unit, from: from.toISOString(), to: to.toISOString() }),
    compare: 'none',
    ...more,
  };
}
