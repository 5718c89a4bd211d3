import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { importErrorsQuery } from '../api/coverage-queries.js';
import { useFormat } from '../format/use-format.js';
import { ErrorState } from '../states/ErrorState.js';

/** Which lines of a file were rejected, and why. */
export default function ImportErrors({ importId }: { importId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const errors = useInfiniteQuery(importErrorsQuery(importId));
  if (errors.isError) return <ErrorState error={errors.error} retry={() => void errors.refetch()} />;
  if (!errors.data) return <p className="meta">{t('states.loading')}</p>;
  return (
    <>
      <ol className="import-errors">
        {errors.data.pages.flat().map((row) => (
          <li key={row.line}>
            <span>{t('shell.importLine', { line: format.count(row.line) })}</span>
            <span title={row.code}>{row.message}</span>
          </li>
        ))}
      </ol>
      {errors.hasNextPage && (
        <Button size="small" loading={errors.isFetchingNextPage} onClick={() => void errors.fetchNextPage()}>
          {t('articles.more')}
        </Button>
      )}
    </>
  );
}
