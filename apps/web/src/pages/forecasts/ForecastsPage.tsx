import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { forecastsQuery } from '../../api/queries.js';
import { FilterBar } from '../../filter/FilterBar.js';
import { useFilter } from '../../filter/use-filter.js';
import { CoverageFrame } from '../CoverageFrame.js';
import { ANY_SUBJECT, chosenSubject } from './chosen-subject.js';
import { ForecastsBody } from './ForecastsBody.js';
import './forecasts.css';

/** When is it to happen, and according to whom? */
export default function ForecastsPage() {
  const { t } = useTranslation();
  const used = useFilter();
  const [search, setSearch] = useSearchParams();
  const named = search.get('subject');
  // Where the URL names no subject, the answer about all of them says which one to choose.
  const all = useQuery(forecastsQuery(null, named === null ? used.parameters : null));
  const subject = chosenSubject(named, all.data?.subjects ?? []);
  const known = named !== null || all.data !== undefined;
  const chosen = useQuery(forecastsQuery(subject, known ? used.parameters : null));
  const forecasts = known ? chosen : all;
  const choose = (value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set('subject', value);
      return next;
    });
  const subjects = (chosen.data ?? all.data)?.subjects ?? [];
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
          placeholder={t('coverage.forecastsSubject')}
          value={known ? (subject ?? ANY_SUBJECT) : undefined}
          popupMatchSelectWidth={false}
          className="subject-select"
          showSearch={{ optionFilterProp: 'label' }}
          onChange={choose}
          options={[
            ...subjects.map((item) => ({ value: item.id, label: `${item.name} · ${item.n}` })),
            { value: ANY_SUBJECT, label: t('coverage.forecastsAny') },
          ]}
        />
      </FilterBar>
      <CoverageFrame used={used} query={forecasts} counted={() => 1}>
        {(data) => <ForecastsBody data={data} used={used} oneSubject={known && subject !== null} />}
      </CoverageFrame>
    </>
  );
}
