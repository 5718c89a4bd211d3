import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { targetQuery } from '../../api/queries.js';
import { FilterBar } from '../../filter/FilterBar.js';
import { filterSearch } from '../../filter/filter-url.js';
import { useFilter } from '../../filter/use-filter.js';
import { localiseTarget } from '../../format/localise.js';
import { useLanguageName } from '../../format/use-language-name.js';
import { useTargetName } from '../../format/use-target-name.js';
import { useMay } from '../../session/use-session.js';
import { CoverageFrame } from '../CoverageFrame.js';
import { RangeLine } from '../RangeLine.js';
import { TargetBody } from './TargetBody.js';

/** One topic or entity: how it comes off, what moved it, who speaks about it. */
export default function TargetPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const reference = useParams().ref ?? 'all';
  const used = useFilter();
  const editor = useMay('analyst');
  const answered = useQuery(targetQuery(reference, used.parameters));
  const nameOf = useTargetName();
  const languageName = useLanguageName();
  const data = useMemo(
    () => answered.data && localiseTarget(answered.data, nameOf, languageName),
    [answered.data, nameOf, languageName],
  );
  const target = { ...answered, data };
  const kind = data?.kind === 'topic' ? t('coverage.topic') : data?.kind === 'entity' ? t('coverage.entity') : '';
  return (
    <>
      <div className="page-head">
        <div>
          <p>{kind || '\u00A0'}</p>
          <h1>{data?.kind === 'all' ? t('coverage.allCoverage') : (data?.name ?? '\u00A0')}</h1>
          {data && (
            <p>
              <RangeLine provenance={data.provenance} />
            </p>
          )}
        </div>
        {data && data.kind !== 'all' && (
          <div className="page-tools">
            <Button onClick={() => void navigate(`/compare${filterSearch({ ...used.filter, targets: [reference] })}`)}>
              {t('coverage.compareWith')}
            </Button>
            {editor && (
              <Button onClick={() => void navigate(`/catalogue?edit=${encodeURIComponent(reference)}`)}>
                {t('coverage.edit')}
              </Button>
            )}
          </div>
        )}
      </div>
      <FilterBar used={used} withTargets={false} />
      <CoverageFrame used={used} query={target} counted={(answer) => answer.totals.current.articles}>
        {(answer) => <TargetBody data={answer} used={used} />}
      </CoverageFrame>
    </>
  );
}
