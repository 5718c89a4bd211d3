import type { AnalysisState } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { jobsQuery } from '../../api/queries.js';
import { analysisQuery } from '../../api/quality-queries.js';
import { useFormat } from '../../format/use-format.js';
import { useMay } from '../../session/use-session.js';
import { PreviewResult } from './PreviewResult.js';
import { latestOf, previewOf, rereadKinds } from './reread-jobs.js';
import { ScorerUsage } from './ScorerUsage.js';
import { useReread } from './use-reread.js';

/** What reads articles now, what of the past another version read, and for administrators the way to change that. */
export function RereadPanel() {
  const state = useQuery(analysisQuery());
  if (state.data?.running == null) return null;
  return <Panel state={state.data} running={state.data.running} />;
}

function Panel({ state, running }: { state: AnalysisState; running: NonNullable<AnalysisState['running']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const admin = useMay('admin');
  const { outdated, fallbacks } = state;
  return (
    <>
      <section className="card span-12">
        <h2>{t('rereading.title')}</h2>
        <p className="card-subtitle">
          {t('rereading.running', { version: running.version, since: format.moment(running.since) })}{' '}
          {running.scorer === '' ? t('rereading.embedded') : t('rereading.scorer', { scorer: running.scorer })}
        </p>
        <p>
          {outdated === 0 ? t('rereading.current') : t('rereading.outdated', { count: outdated })}
          {fallbacks > 0 && ` ${t('rereading.fallbacks', { count: fallbacks })}`}
        </p>
        {admin && outdated + fallbacks > 0 && <Rereading state={state} version={running.version} />}
      </section>
      {state.usage.length > 0 && <ScorerUsage usage={state.usage} />}
    </>
  );
}

function Rereading({ state: { outdated, fallbacks }, version }: { state: AnalysisState; version: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const jobs = useQuery({ ...jobsQuery(), refetchInterval: 2_000 });
  const { start, cancel } = useReread();
  const previewing = latestOf(jobs.data, rereadKinds.preview);
  const rereading = latestOf(jobs.data, rereadKinds.reread);
  const active = [previewing, rereading].find((job) => job?.state === 'waiting' || job?.state === 'running');
  const preview = active === previewing ? null : previewOf(previewing, version);
  const busy = active !== undefined || start.isPending;
  return (
    <>
      <p className="meta">{t('rereading.previewHint')}</p>
      <div className="reread-actions">
        <Button disabled={busy} onClick={() => start.mutate({ path: '/quality/preview', body: {} })}>
          {preview === null ? t('rereading.preview') : t('rereading.previewAgain')}
        </Button>
        {outdated > 0 && (
          <Popconfirm
            title={t('rereading.confirm', { count: outdated })}
            okText={t('rereading.all')}
            onConfirm={() => start.mutate({ path: '/quality/reread', body: {} })}
          >
            <Button type="primary" disabled={busy}>
              {t('rereading.all')}
            </Button>
          </Popconfirm>
        )}
        {fallbacks > 0 && (
          <Button disabled={busy} onClick={() => start.mutate({ path: '/quality/reread', body: { fallbacks: true } })}>
            {t('rereading.again', { count: fallbacks })}
          </Button>
        )}
      </div>
      {active && (
        <div className="reread-progress">
          <Progress
            percent={active.total ? Math.min(100, Math.round((active.done / active.total) * 100)) : 0}
            status="active"
            aria-label={t(`rereading.job.${active === previewing ? 'preview' : 'reread'}`)}
          />
          <span className="meta">
            {t(`rereading.job.${active === previewing ? 'preview' : 'reread'}`)}{' '}
            {active.total !== null &&
              t('shell.jobProgress', { done: format.count(active.done), total: format.count(active.total) })}
          </span>
          {!active.cancelRequested && (
            <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(active.id)}>
              {t('shell.jobCancel')}
            </Button>
          )}
        </div>
      )}
      {active === undefined && previewing?.state === 'failed' && <p role="alert">{previewing.error}</p>}
      {preview && <PreviewResult preview={preview} />}
    </>
  );
}
