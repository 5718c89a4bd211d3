import { draw, shareOfVoice } from '@timbre/charts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { breakdownQuery } from '../../api/coverage-queries.js';
import { ChartCard } from '../../charts/ChartCard.js';
import { useOpenSelection } from '../../charts/use-open-selection.js';
import { useTargetName } from '../../format/use-target-name.js';
import type { TileFrame } from './tile-frame.js';
import { TileState } from './TileState.js';

/** Share of voice: of the filter's targets, or of all topics. */
export function BreakdownTile({ frame }: { frame: TileFrame }) {
  const { t } = useTranslation();
  const nameOf = useTargetName();
  const { filter, parameters } = frame.resolved;
  const query = useQuery(breakdownQuery('topic', parameters && { ...parameters, targets: [] }));
  const open = useOpenSelection(filter);
  return (
    <TileState frame={frame} query={query}>
      {({ rows, provenance }) => {
        const shown = filter.targets.length > 0 ? rows.filter(({ key }) => filter.targets.includes(key)) : rows;
        const n = shown.reduce((sum, row) => sum + row.n, 0);
        return (
          <ChartCard
            title={frame.title}
            subtitle={t('compare.shareSubtitle', { unit: t(`coverage.unitNoun.${provenance.unit}`) })}
            drawing={draw(shareOfVoice, {
              rows: shown.map((row) => ({ ...row, name: nameOf(row.key, row.name), share: n === 0 ? 0 : row.n / n })),
              unit: provenance.unit,
            })}
            provenance={provenance}
            n={n}
            onSelect={open}
            extra={frame.extra}
          />
        );
      }}
    </TileState>
  );
}
