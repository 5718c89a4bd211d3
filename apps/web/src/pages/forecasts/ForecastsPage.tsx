import { draw, forecastTimeline } from '@timbre/charts';
import type { ForecastsResponse } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { forecastsQuery } from '../../api/queries.js';
import { ChartCard } from '../../charts/ChartCard.js';
import { useOpenSelection } from '../../charts/use-open-selection.js';
import { FilterBar } from '../../filter/FilterBar.js';
import { useFilter, type UsedFilter } from '../../filter/use-filter.js';
import { useFormat } from '../../format/use-format.js';
import { EmptyState } from '../../states/EmptyState.js';
import { CoverageFrame } from '../CoverageFrame.js';
import { StatementTable } from './StatementTable.js';
import './forecasts.css';

/** When is it to happen, and according to whom? */
export default function ForecastsPage() {
  const { t } = useTranslation();
  const used = useFilter();
  const [search, setSearch] = useSearchParams();
  const subject = search.get('subject');
  const forecasts = useQuery(forecastsQuery(subject, used.parameters));
  const choose = (value: string | undefined) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set('subject', value);
      else next.delete('subject');
      return next;
    });
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('coverage.forecastsTitle')}</h1>
          <p>{t('coverage.forecastsHint')}</p>
        </div>
      </div>
      <FilterBar used={used}>
        <Select
          aria-label={t('coverage.forecastsSubject')}
          placeholder={t('coverage.forecastsAny')}
          value={subject ?? undefined}
          allowClear
          popupMatchSelectWidth={false}
          className="subject-select"
          showSearch={{ optionFilterProp: 'label' }}
          onChange={choose}
          options={forecasts.data?.subjects.map((item) => ({ value: item.id, label: `${item.name} · ${item.n}` }))}
        />
      </FilterBar>
      <CoverageFrame used={used} query={forecasts} counted={() => 1}>
        {(data) => <ForecastsBody data={data} used={used} />}
      </CoverageFrame>
    </>
  );
}

function ForecastsBody({ data, used }: { data: ForecastsResponse; used: UsedFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const open = useOpenSelection(used.filter);
  const end = used.range?.to;
  const drawing = useMemo(
    () =>
      draw(forecastTimeline, { rows: data.rows, index: data.index, now: end ?? data.index.t.at(-1) ?? '2024-01-01' }),
    [data, end],
  );
  if (data.rows.length === 0)
    return <EmptyState title={t('coverage.forecastsNone')} hint={t('coverage.forecastsNoneHint')} />;
  const { median, low, high, n } = data.index;
  const last = median.findLastIndex((day) => day !== null);
  const middle = median[last];
  const total = t('coverage.forecastsTotal', { count: data.total });
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
        <p className="meta">{total}</p>
      </div>
      <ChartCard
        title={t('coverage.forecastsChart')}
        subtitle={t('coverage.forecastsSubtitle')}
        drawing={drawing}
        onSelect={open}
      />
      <StatementTable rows={data.rows} />
    </div>
  );
}
