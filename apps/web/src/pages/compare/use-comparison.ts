import type { BreakdownDimension, CoverageSeries, Provenance } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { breakdownQuery, seriesQuery } from '../../api/coverage-queries.js';
import type { UsedFilter } from '../../filter/use-filter.js';
import { useTargetName } from '../../format/use-target-name.js';
import { comparison, type ComparedTarget } from './comparison.js';

const MOST_COMPARED = 10;

export interface Comparison {
  provenance: Provenance;
  series: CoverageSeries[];
  rows: ComparedTarget[];
}

/** Lines and totals of the filter's targets, as one answer. */
export function useComparison({ filter, parameters }: UsedFilter) {
  const { t } = useTranslation();
  const nameOf = useTargetName();
  const targets = filter.targets.slice(0, MOST_COMPARED);
  const wanted = targets.length > 0 ? parameters && { ...parameters, targets } : null;
  // All targets have rows, whatever the filter's: one answer serves each choice of them.
  const rowsOf = (kind: BreakdownDimension) =>
    targets.some((target) => target.startsWith(`${kind}:`)) ? parameters && { ...parameters, targets: [] } : null;
  const lines = useQuery(seriesQuery(wanted));
  const [topicsWanted, entitiesWanted] = [rowsOf('topic'), rowsOf('entity')];
  const topics = useQuery(breakdownQuery('topic', topicsWanted));
  const entities = useQuery(breakdownQuery('entity', entitiesWanted));
  const ready =
    lines.data && (topicsWanted === null || topics.data) && (entitiesWanted === null || entities.data)
      ? lines.data
      : undefined;
  const data = useMemo((): Comparison | undefined => {
    if (!ready) return undefined;
    const series = ready.series.map((line) => ({
      ...line,
      name: line.target === 'all' ? t('coverage.allCoverage') : nameOf(line.target, line.name),
    }));
    const rows = comparison(series, [...(topics.data?.rows ?? []), ...(entities.data?.rows ?? [])]);
    return { provenance: ready.provenance, series, rows };
  }, [ready, topics.data, entities.data, nameOf, t]);
  return {
    data,
    error: lines.error ?? topics.error ?? entities.error,
    isFetching: lines.isFetching || topics.isFetching || entities.isFetching,
    refetch: () => {
      void lines.refetch();
      if (topicsWanted) void topics.refetch();
      if (entitiesWanted) void entities.refetch();
    },
  };
}
