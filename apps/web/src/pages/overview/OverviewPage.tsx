import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { overviewQuery } from '../../api/queries.js';
import { FilterBar } from '../../filter/FilterBar.js';
import { useFilter } from '../../filter/use-filter.js';
import { localiseOverview } from '../../format/localise.js';
import { useTargetName } from '../../format/use-target-name.js';
import { CoverageFrame } from '../CoverageFrame.js';
import { RangeLine } from '../RangeLine.js';
import { OverviewBody } from './OverviewBody.js';

/** The page an analyst opens first. */
export default function OverviewPage() {
  const { t } = useTranslation();
  const used = useFilter();
  const answer = useQuery(overviewQuery(used.parameters));
  const nameOf = useTargetName();
  const data = useMemo(() => answer.data && localiseOverview(answer.data, nameOf), [answer.data, nameOf]);
  const overview = { ...answer, data };
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('coverage.overviewTitle')}</h1>
          {overview.data && (
            <p>
              <RangeLine provenance={overview.data.provenance} />
            </p>
          )}
        </div>
      </div>
      <FilterBar used={used} />
      <CoverageFrame used={used} query={overview} counted={(data) => data.totals.current.articles}>
        {(data) => <OverviewBody data={data} used={used} />}
      </CoverageFrame>
    </>
  );
}
