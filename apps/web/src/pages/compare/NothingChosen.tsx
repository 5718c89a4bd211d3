import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { breakdownQuery } from '../../api/coverage-queries.js';
import { TargetSelect } from '../../filter/TargetSelect.js';
import type { UsedFilter } from '../../filter/use-filter.js';
import { EmptyState } from '../../states/EmptyState.js';

const SUGGESTED = 4;

/** What to compare: chosen from the catalogue, or the topics with most coverage. */
export function NothingChosen({ used }: { used: UsedFilter }) {
  const { t } = useTranslation();
  const largest = (useQuery(breakdownQuery('topic', used.parameters)).data?.rows ?? []).slice(0, SUGGESTED);
  return (
    <EmptyState title={t('compare.noneTitle')} hint={t('compare.noneHint')}>
      <TargetSelect value={[]} onChange={(targets) => used.change({ targets })} />
      {largest.length > 1 && (
        <Button onClick={() => used.change({ targets: largest.map(({ key }) => key) })}>
          {t('compare.largest', { count: largest.length })}
        </Button>
      )}
    </EmptyState>
  );
}
