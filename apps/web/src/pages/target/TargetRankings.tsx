import { breakdownBars, draw, type Selection } from '@timbre/charts';
import { type Aspect, type TargetResponse } from '@timbre/contracts';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ChartCard } from '../../charts/ChartCard.js';
import type { FilterState } from '../../filter/filter-state.js';
import { filterSearch } from '../../filter/filter-url.js';

interface Props {
  data: TargetResponse;
  filter: FilterState;
  onSelect: (selection: Selection) => void;
}

/** Outlets, aspects, speakers and companions of a target, each ranked with intervals. */
export function TargetRankings({ data, filter, onSelect }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { unit } = data.provenance;
  const drawings = useMemo(
    () => ({
      outlets: draw(breakdownBars, { rows: data.outlets, dimension: 'source', unit, most: 10 }),
      aspects: draw(breakdownBars, {
        rows: data.aspects.map((row) => ({
          ...row,
          key: row.aspect,
          name: t(`coverage.aspect.${row.aspect as Aspect}`),
        })),
        dimension: 'aspect',
        unit,
      }),
      holders: draw(breakdownBars, {
        rows: data.holders.map((row) => ({ ...row, key: row.speaker, name: row.speaker })),
        dimension: 'speaker',
        unit,
        most: 10,
      }),
      companions: draw(breakdownBars, { rows: data.coMentioned, dimension: 'entity', unit, most: 10 }),
    }),
    [data, unit, t],
  );
  const openCompanion = useCallback(
    (selection: Selection) => {
      if (selection.target) void navigate(`/targets/${encodeURIComponent(selection.target)}${filterSearch(filter)}`);
    },
    [navigate, filter],
  );
  const noun = { unit: t(`coverage.unitNoun.${unit}`) };
  return (
    <>
      {data.aspects.length > 0 && (
        <ChartCard
          title={t('coverage.aspectsTitle')}
          subtitle={t('coverage.aspectsSubtitle')}
          drawing={drawings.aspects}
        />
      )}
      <ChartCard
        title={t('coverage.outletsTitle')}
        subtitle={t('coverage.outletsSubtitle', noun)}
        drawing={drawings.outlets}
        provenance={data.provenance}
        n={data.totals.current.n}
        onSelect={onSelect}
      />
      {data.holders.length > 0 && (
        <ChartCard
          title={t('coverage.holdersTitle')}
          subtitle={t('coverage.holdersSubtitle')}
          drawing={drawings.holders}
        />
      )}
      {data.coMentioned.length > 0 && (
        <ChartCard
          title={t('coverage.coTitle')}
          subtitle={t('coverage.coSubtitle')}
          drawing={drawings.companions}
          onSelect={openCompanion}
        />
      )}
    </>
  );
}
