import { breakdownBars, draw } from '@timbre/charts';
import type { BreakdownResponse } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { breakdownQuery } from '../../api/coverage-queries.js';
import { sourcesQuery } from '../../api/queries.js';
import { ChartCard } from '../../charts/ChartCard.js';
import { useOpenSelection } from '../../charts/use-open-selection.js';
import { FilterBar } from '../../filter/FilterBar.js';
import { useFilter, type UsedFilter } from '../../filter/use-filter.js';
import { useCountWords } from '../../format/count-words.js';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import { useTargetName } from '../../format/use-target-name.js';
import { CoverageFrame } from '../CoverageFrame.js';
import { RangeLine } from '../RangeLine.js';
import { outletRanking } from './outlet-rows.js';
import { OutletTable } from './OutletTable.js';
import '../sources/sources.css';
import './outlets.css';

/** Who writes how much, in what tone, and whether that differs from the others. */
export default function OutletsPage() {
  const { t } = useTranslation();
  const used = useFilter();
  const outlets = useQuery(breakdownQuery('source', used.parameters));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('outlets.title')}</h1>
          <p>{outlets.data ? <RangeLine provenance={outlets.data.provenance} /> : t('outlets.hint')}</p>
        </div>
      </div>
      <FilterBar used={used} />
      <CoverageFrame used={used} query={outlets} counted={({ rows }) => rows.length}>
        {(data) => <OutletsBody data={data} used={used} />}
      </CoverageFrame>
    </>
  );
}

function OutletsBody({ data, used }: { data: BreakdownResponse; used: UsedFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = useCountWords();
  const nameOf = useTargetName();
  const open = useOpenSelection(used.filter);
  const sources = useQuery(sourcesQuery()).data;
  const { provenance } = data;
  const ranking = useMemo(() => outletRanking(data.rows, sources ?? []), [data.rows, sources]);
  const drawing = useMemo(
    () => draw(breakdownBars, { rows: data.rows, dimension: 'source', unit: data.provenance.unit }),
    [data],
  );
  const { overall } = ranking;
  const target = used.filter.targets[0];
  return (
    <div className="stack">
      <p className="outlets-overall">
        {target === undefined || target === 'all' ? t('coverage.allCoverage') : nameOf(target, target)}{' '}
        <Score value={overall.value} />{' '}
        <span className="meta">
          {t('coverage.interval', {
            low: format.score(overall.low),
            high: format.score(overall.high),
            counted: counted(overall.n, provenance.unit),
          })}
        </span>
      </p>
      <ChartCard
        title={t('outlets.chartTitle')}
        subtitle={t('coverage.outletsSubtitle', { unit: t(`coverage.unitNoun.${provenance.unit}`) })}
        drawing={drawing}
        provenance={provenance}
        n={overall.n}
        onSelect={open}
      />
      <section className="card" aria-label={t('outlets.tableTitle')}>
        <h2>{t('outlets.tableTitle')}</h2>
        <p className="card-subtitle">{t('outlets.tableSubtitle')}</p>
        <OutletTable rows={ranking.rows} filter={used.filter} />
      </section>
    </div>
  );
}
