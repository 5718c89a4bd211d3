import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { extentQuery } from '../../api/queries.js';
import { FilterBar } from '../../filter/FilterBar.js';
import { useFilter } from '../../filter/use-filter.js';
import { CoverageFrame } from '../CoverageFrame.js';
import { RangeLine } from '../RangeLine.js';
import { CompareBody } from './CompareBody.js';
import { NothingChosen } from './NothingChosen.js';
import { useComparison } from './use-comparison.js';

/** Topics and entities side by side: tone, share of voice, and whether they differ at all. */
export default function ComparePage() {
  const { t } = useTranslation();
  const used = useFilter();
  const compared = useComparison(used);
  const covered = useQuery(extentQuery()).data?.articles;
  const chosen = used.filter.targets.length;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('compare.title')}</h1>
          <p>{compared.data ? <RangeLine provenance={compared.data.provenance} /> : t('compare.hint')}</p>
        </div>
      </div>
      <FilterBar used={used} />
      {chosen === 0 && covered ? (
        <NothingChosen used={used} />
      ) : (
        <CoverageFrame
          used={used}
          query={compared}
          counted={({ rows }) => rows.reduce((total, row) => total + row.n, 0)}
        >
          {(data) => (
            <>
              {chosen === 1 && <p className="compare-more">{t('compare.addAnother')}</p>}
              <CompareBody data={data} used={used} />
            </>
          )}
        </CoverageFrame>
      )}
    </>
  );
}
