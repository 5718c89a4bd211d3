import type { LongJob } from '@timbre/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Progress } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../api/client.js';
import { jobsQuery } from '../api/queries.js';
import { RelativeTime } from '../format/RelativeTime.js';
import { useFormat } from '../format/use-format.js';
import { useMay } from '../session/use-session.js';
import { ErrorState } from '../states/ErrorState.js';
import { rejectedLines } from './rejected-lines.js';

const ImportErrors = lazy(() => import('./ImportErrors.js'));

/** Long work with progress and cancel. */
export default function JobDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const jobs = useQuery({ ...jobsQuery(), refetchInterval: 4000 });
  return (
    <Drawer open title={t('shell.jobs')} onClose={onClose} size={400} closable={{ 'aria-label': t('shell.close') }}>
      {jobs.isError && <ErrorState error={jobs.error} retry={() => void jobs.refetch()} />}
      {jobs.data?.length === 0 && <p className="card-subtitle">{t('shell.jobsNone')}</p>}
      <ul className="jobs">
        {jobs.data?.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
    </Drawer>
  );
}

function JobRow({ job }: { job: LongJob }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => send(`/jobs/${job.id}/cancel`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: jobsQuery().queryKey }),
  });
  const active = job.state === 'running' || job.state === 'waiting';
  const percent = job.total ? Math.min(100, Math.round((job.done / job.total) * 100)) : 0;
  return (
    <li className="job">
      <div className="job-head">
        <strong>{job.title}</strong>
        <span>{job.cancelRequested && active ? t('shell.jobCancelling') : t(`shell.jobState.${job.state}`)}</span>
      </div>
      {active && (
        <Progress percent={percent} size="small" showInfo={job.total !== null} status="active" aria-label={job.title} />
      )}
      <div className="job-foot">
        <span>
          {job.total === null
            ? format.count(job.done)
            : t('shell.jobProgress', { done: format.count(job.done), total: format.count(job.total) })}
          {job.message && ` · ${job.message}`}
        </span>
        {active && !job.cancelRequested && job.mayCancel !== false && (
          <Button size="small" onClick={() => cancel.mutate()} loading={cancel.isPending}>
            {t('shell.jobCancel')}
          </Button>
        )}
        {job.finishedAt && <RelativeTime at={job.finishedAt} />}
      </div>
      {typeof job.result?.['download'] === 'string' && (
        <a href={job.result['download']} download>
          {t('reports.download')}
        </a>
      )}
      {job.error && <p className="job-error">{job.error}</p>}
      <RejectedLines job={job} />
    </li>
  );
}

/** The rejected lines of an import, for those who may import. */
function RejectedLines({ job }: { job: LongJob }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const editor = useMay('analyst');
  const rejected = rejectedLines(job);
  if (!rejected || !editor) return null;
  return (
    <>
      <button type="button" className="link-button" aria-expanded={open} onClick={() => setOpen((before) => !before)}>
        {open ? t('shell.importErrorsHide') : t('shell.importErrors', { count: rejected.count })}
      </button>
      {open && (
        <Suspense fallback={null}>
          <ImportErrors importId={rejected.importId} />
        </Suspense>
      )}
    </>
  );
}
