import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { missingTraceQuery } from '../../api/missing-queries.js';
import { useMay } from '../../session/use-session.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { TraceSteps } from './TraceSteps.js';
import './missing.css';

/** Paste an address: each station of an article's way says what it found. */
export default function MissingPage() {
  const { t } = useTranslation();
  const analyst = useMay('analyst');
  const [search, setSearch] = useSearchParams();
  const url = search.get('url') ?? '';
  const topic = search.get('topic') ?? undefined;
  const trace = useQuery(missingTraceQuery(analyst ? url : '', topic));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('missing.title')}</h1>
          <p>{t('missing.hint')}</p>
        </div>
      </div>
      {!analyst && <EmptyState title={t('missing.analysts')} />}
      {analyst && (
        <Input.Search
          key={url}
          className="missing-address"
          defaultValue={url}
          type="url"
          size="large"
          placeholder="https://"
          aria-label={t('missing.address')}
          enterButton={t('missing.ask')}
          loading={trace.isFetching}
          onSearch={(value) => setSearch(value.trim() === '' ? {} : { url: value.trim(), ...(topic && { topic }) })}
        />
      )}
      {trace.isError && <ErrorState error={trace.error} retry={() => void trace.refetch()} />}
      {trace.isFetching && !trace.data && <PageSkeleton tiles={0} blocks={2} />}
      {trace.data && <TraceSteps trace={trace.data} />}
    </>
  );
}
