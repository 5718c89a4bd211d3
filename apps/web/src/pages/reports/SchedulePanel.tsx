import type { Report } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { reportSchedulesQuery } from '../../api/report-queries.js';
import { ErrorState } from '../../states/ErrorState.js';
import { ScheduleForm } from './ScheduleForm.js';
import { ScheduleItem } from './ScheduleItem.js';

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
