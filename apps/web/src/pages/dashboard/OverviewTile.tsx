import { breakdownBars, draw, topicHeatmap } from '@timbre/charts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { overviewQuery } from '../../api/queries.js';
import { ChartCard } from '../../charts/ChartCard.js';
import { useOpenSelection } from '../../charts/use-open-selection.js';
import { TotalsTiles } from '../TotalsTiles.js';
import { chartHeight, type TileFrame } from './tile-frame.js';
import { TileState } from './TileState.js';

/** What the overview's answer holds: totals, topics over time, outlets. */
export function OverviewTile({ kind, frame }: { kind: 'totals' | 'topics' | 'outlets'; frame: TileFrame }) {
  const { t } = useTranslation();
  const { filter, parameters } = frame.resolved;
  const query = useQuery(overviewQuery(parameters));
  const open = useOpenSelection(filter);
  return (
    <TileState frame={frame} query={query}>
      {({ provenance, totals, series, topics, outlets }) => {
        if (kind === 'totals') {
          return (
            <section className="tile-card" aria-label={frame.title}>
              <div className="card-head">
                <h2>{frame.title}</h2>
                {frame.extra}
              </div>
              <TotalsTiles totals={totals} series={series[0]} unit={provenance.unit} compare={filter.compare} />
            </section>
          );
        }
        const drawing =
          kind === 'topics'
            ? draw(topicHeatmap, { heatmap: topics, provenance })
            : draw(breakdownBars, { rows: outlets, dimension: 'source', unit: provenance.unit, most: 10 });
        return (
          <ChartCard
            title={frame.title}
            subtitle={t('coverage.outletsSubtitle', { unit: t(`coverage.unitNoun.${provenance.unit}`) })}
            drawing={drawing}
            provenance={provenance}
            n={totals.current.n}
            onSelect={open}
            extra={frame.extra}
            height={kind === 'topics' ? chartHeight(frame.height) : undefined}
          />
        );
      }}
    </TileState>
  );
}
