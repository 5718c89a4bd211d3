import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languagesQuery } from '../../api/coverage-queries.js';
import { FilterBar } from '../../filter/FilterBar.js';
import { useFilter } from '../../filter/use-filter.js';
import { CoverageFrame } from '../CoverageFrame.js';
import { RangeLine } from '../RangeLine.js';
import { LanguagesBody } from './LanguagesBody.js';

/** Chinese and English coverage of the same subject, held against each other. */
export default function LanguagesPage() {
  const { t } = useTranslation();
  const used = useFilter();
  const answer = useQuery(languagesQuery(used.parameters));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('languages.title')}</h1>
          <p>{answer.data ? <RangeLine provenance={answer.data.provenance} /> : t('languages.hint')}</p>
        </div>
      </div>
      <FilterBar used={used} />
      <CoverageFrame used={used} query={answer} counted={({ sides: [first, second] }) => first.n + second.n}>
        {(data) => <LanguagesBody data={data} used={used} />}
      </CoverageFrame>
    </>
  );
}
