import type { Report, ReportSchedule } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { reportRunsQuery, reportSchedulesQuery } from '../../api/report-queries.js';
import { useFormat } from '../../format/use-format.js';
import { ErrorState } from '../../states/ErrorState.js';
import { ScheduleForm } from './ScheduleForm.js';
import { useReportAction } from './use-report-action.js';

/** When a report goes out, to whom, and what became of it. */
export function SchedulePanel({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t } = useTranslation();
  const schedules = useQuery(reportSchedulesQuery(report.id));
  return (
    <Drawer
      open
      size={560}
      title={t('reports.schedule')}
      onClose={onClose}
      closable={{ 'aria-label': t('shell.close') }}
    >
      {schedules.isError && <ErrorState error={schedules.error} retry={() => void schedules.refetch()} />}
      {schedules.data?.length === 0 && <p className="meta">{t('reports.noSchedules')}</p>}
      {schedules.data?.map((schedule) => (
        <ScheduleItem key={schedule.id} schedule={schedule} />
      ))}
      <h2 className="reports-heading">{t('reports.addSchedule')}</h2>
      <ScheduleForm reportId={report.id} />
    </Drawer>
  );
}

function ScheduleItem({ schedule }: { schedule: ReportSchedule }) {
  const { t } = useTranslation();
  const format = useFormat();
  const action = useReportAction();
  const runs = useQuery(reportRunsQuery(schedule.id)).data;
  const path = `/reports/schedules/${schedule.id}`;
  const { id: _id, reportId: _reportId, nextAt, ...input } = schedule;
  return (
    <section className="schedule">
      <p>
        <strong>{schedule.cron}</strong> · {schedule.tz} ·{' '}
        {schedule.formats.map((one) => t(`reports.formats.${one}`)).join(', ')}
      </p>
      <p className="meta">{schedule.recipients.join(', ')}</p>
      <p className="meta">
        {schedule.enabled && nextAt !== null ? t('reports.next', { when: format.moment(nextAt) }) : t('reports.paused')}
      </p>
      <div className="page-tools">
        <Button size="small" onClick={() => action.mutate({ path: `${path}/run`, said: t('reports.runStarted') })}>
          {t('reports.runNow')}
        </Button>
        <Button
          size="small"
          onClick={() => action.mutate({ path, method: 'PUT', body: { ...input, enabled: !schedule.enabled } })}
        >
          {schedule.enabled ? t('reports.pause') : t('reports.resume')}
        </Button>
        <Button
          size="small"
          type="text"
          onClick={() => action.mutate({ path, method: 'DELETE', said: t('reports.removed') })}
        >
          {t('reports.remove')}
        </Button>
      </div>
      <ul className="schedule-runs">
        {runs?.length === 0 && <li className="meta">{t('reports.noRuns')}</li>}
        {runs?.slice(0, 8).map((run) => (
          <li key={run.id}>
            {t(`reports.outcomes.${run.outcome}`)} · {format.moment(run.at)}
            {run.reason !== null && <span className="meta"> {run.reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
