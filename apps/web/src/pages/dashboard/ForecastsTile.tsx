import { draw, forecastTimeline } from '@timbre/charts';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { forecastsQuery } from '../../api/queries.js';
import { ChartCard } from '../../charts/ChartCard.js';
import { useOpenSelection } from '../../charts/use-open-selection.js';
import { chartHeight, type TileFrame } from './tile-frame.js';
import { TileState } from './TileState.js';

/** When, according to whom. */
export function ForecastsTile({ frame }: { frame: TileFrame }) {
  const { t } = useTranslation();
  const { filter, parameters, range } = frame.resolved;
  const query = useQuery(forecastsQuery(null, parameters));
  const open = useOpenSelection(filter);
  return (
    <TileState frame={frame} query={query}>
      {({ rows, index }) => (
        <ChartCard
          title={frame.title}
          subtitle={t('coverage.forecastsSubtitleAny')}
          drawing={draw(forecastTimeline, { rows, index: null, now: range?.to ?? index.t.at(-1) ?? '2024-01-01' })}
          onSelect={open}
          extra={frame.extra}
          height={chartHeight(frame.height)}
        />
      )}
    </TileState>
  );
}
