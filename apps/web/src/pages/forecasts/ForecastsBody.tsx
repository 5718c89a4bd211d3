import { draw, forecastTimeline } from '@timbre/charts';
import type { ForecastsResponse } from '@timbre/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/ChartCard.js';
import { useOpenSelection } from '../../charts/use-open-selection.js';
import type { UsedFilter } from '../../filter/use-filter.js';
import { useFormat } from '../../format/use-format.js';
import { EmptyState } from '../../states/EmptyState.js';
import { StatementTable } from './StatementTable.js';

interface Props {
  data: ForecastsResponse;
  used: UsedFilter;
  /** Only claims about one subject have a median. */
  oneSubject: boolean;
}

export function ForecastsBody({ data, used, oneSubject }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useOpenSelection(used.filter);
  const end = used.range?.to;
  const drawing = useMemo(
    () =>
      draw(forecastTimeline, {
        rows: data.rows,
        index: oneSubject ? data.index : null,
        now: end ?? data.index.t.at(-1) ?? '2024-01-01',
      }),
    [data, end, oneSubject],
  );
  if (data.rows.length === 0)
    return <EmptyState title={t('coverage.forecastsNone')} hint={t('coverage.forecastsNoneHint')} />;
  const { median, low, high, n } = data.index;
  const last = median.findLastIndex((day) => day !== null);
  const middle = oneSubject ? median[last] : null;
  const day = (value: string | null | undefined) => (value == null ? t('articles.openEnd') : format.day(value));
  return (
    <div className="stack">
      <div className="forecast-now">
        {middle && (
          <p>
            {t('coverage.forecastsMedian')} <strong>{format.day(middle)}</strong>{' '}
            <span className="meta">
              {t('coverage.forecastsBand', { low: day(low[last]), high: day(high[last]), count: n[last] ?? 0 })}
            </span>
          </p>
        )}
        <p className="meta">{t('coverage.forecastsTotal', { count: data.total })}</p>
        {!oneSubject && <p className="meta">{t('coverage.forecastsNoMedian')}</p>}
      </div>
      <ChartCard
        title={t('coverage.forecastsChart')}
        subtitle={oneSubject ? t('coverage.forecastsSubtitle') : t('coverage.forecastsSubtitleAny')}
        drawing={drawing}
        onSelect={open}
      />
      <StatementTable rows={data.rows} />
    </div>
  );
}
