import {
  CloudDownloadOutlined,
  DownloadOutlined,
  PlusOutlined,
  QuestionCircleOutlined,
  UploadOutlined,
} from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { sourcesQuery } from '../../api/queries.js';
import { useMay } from '../../session/use-session.js';
import { EmptyState } from '../../states/EmptyState.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import { SampleSwitch } from './SampleSwitch.js';
import { SourceTable } from './SourceTable.js';
import './sources.css';

const SourceForm = lazy(() => import('./SourceForm.js'));
const PresetDrawer = lazy(() => import('./PresetDrawer.js'));
const ImportDialog = lazy(() => import('./ImportDialog.js'));

/** Where articles come from, and whether they still come. */
export default function SourcesPage() {
  const { t } = useTranslation();
  const editor = useMay('analyst');
  const sources = useQuery({ ...sourcesQuery(), refetchInterval: 30_000 });
  const [search, setSearch] = useSearchParams();
  const panel = search.get('open');
  const open = (name: string | null, source?: string) =>
    setSearch(name === null ? {} : { open: name, ...(source !== undefined && { source }) });
  const edited = panel === 'edit' ? sources.data?.find(({ id }) => id === search.get('source')) : undefined;
  const close = () => open(null);
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('sources.title')}</h1>
          <p>{t('sources.hint')}</p>
        </div>
        {editor && (
          <div className="page-tools">
            <Button type="primary" icon={<PlusOutlined />} onClick={() => open('add')}>
              {t('sources.add')}
            </Button>
            <Button icon={<CloudDownloadOutlined />} onClick={() => open('presets')}>
              {t('sources.presets')}
            </Button>
            <Button icon={<UploadOutlined />} onClick={() => open('import')}>
              {t('sources.import')}
            </Button>
            <Link to="/missing">
              <Button icon={<QuestionCircleOutlined />}>{t('missing.link')}</Button>
            </Link>
            <Button icon={<DownloadOutlined />} href="/api/v1/sources/opml" download="timbre.opml">
              {t('doors.opmlExport')}
            </Button>
          </div>
        )}
      </div>
      {sources.isError && <ErrorState error={sources.error} retry={() => void sources.refetch()} />}
      {sources.isPending && <PageSkeleton tiles={0} blocks={2} />}
      {sources.data?.length === 0 && (
        <EmptyState title={t('sources.none')} hint={t('sources.noneHint')}>
          {editor && (
            <Button type="primary" onClick={() => open('presets')}>
              {t('sources.presets')}
            </Button>
          )}
        </EmptyState>
      )}
      {sources.data && sources.data.length > 0 && (
        <SourceTable sources={sources.data} onEdit={editor ? (source) => open('edit', source.id) : undefined} />
      )}
      {editor && sources.data && <SampleSwitch loaded={sources.data.some((source) => source.sample)} />}
      <Suspense fallback={null}>
        {panel === 'add' && <SourceForm onClose={close} />}
        {edited && <SourceForm key={edited.id} source={edited} onClose={close} />}
        {panel === 'presets' && <PresetDrawer onClose={close} />}
        {panel === 'import' && <ImportDialog onClose={close} />}
      </Suspense>
    </>
  );
}
