import type { ReportRun, ReportSchedule } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { alertChannelsQuery } from '../../api/alert-queries.js';
import { apiPath } from '../../api/client.js';
import { reportRunsQuery } from '../../api/report-queries.js';
import { useFormat } from '../../format/use-format.js';
import { useReportAction } from './use-report-action.js';

/** One schedule: when it goes where, and what was sent, with the very files. */
export function ScheduleItem({ schedule }: { schedule: ReportSchedule }) {
  const { t } = useTranslation();
  const format = useFormat();
  const action = useReportAction();
  const runs = useQuery(reportRunsQuery(schedule.id)).data;
  const channels = useQuery(alertChannelsQuery()).data ?? [];
  const path = `/reports/schedules/${schedule.id}`;
  const { id: _id, reportId: _reportId, nextAt, unsubscribed, ...input } = schedule;
  const places = schedule.destinations.map((one) => {
    if (one.kind === 'channel') return channels.find(({ id }) => id === one.channelId)?.name ?? one.channelId;
    if (one.kind === 'folder') return `${t('reports.folder')}: ${one.folder}`;
    const gone = unsubscribed.includes(one.address.toLowerCase());
    return gone ? `${one.address} (${t('reports.states.unsubscribed')})` : one.address;
  });
  return (
    <section className="schedule">
      <p>
        <strong>{schedule.cron}</strong> · {schedule.tz} ·{' '}
        {schedule.formats.map((one) => t(`reports.formats.${one}`)).join(', ')}
      </p>
      <p className="meta">{places.join(', ')}</p>
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
            {t(`reports.outcomes.${run.outcome}`)} · {format.moment(run.at)} <Reason run={run} />
            {run.files
              .filter((file) => schedule.formats.includes(file.format))
              .map((file) => (
                <a
                  key={`${file.locale}.${file.format}`}
                  className="run-file"
                  href={apiPath(`/reports/schedules/runs/${run.id}/${file.locale}.${file.format}`)}
                  download
                >
                  {t(`reports.formats.${file.format}`)} ({t(`reports.locales.${file.locale}`)})
                </a>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why a run was skipped, in words; what failed as it was said. */
function Reason({ run: { reason } }: { run: ReportRun }) {
  const { t } = useTranslation();
  if (reason === null) return null;
  const known = reason === 'empty' || reason === 'unchanged' ? t(`reports.reasons.${reason}`) : reason;
  return <span className="meta">{known} </span>;
}
