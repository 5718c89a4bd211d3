import { type ReportFormat, reportFormat } from '@timbre/contracts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../preferences/preferences.js';
import { useReportAction } from './use-report-action.js';

const usual = { monday: '0 8 * * 1', daily: '0 8 * * *', weekdays: '0 8 * * 1-5', monthly: '0 8 1 * *' } as const;
type When = keyof typeof usual | 'own';
const whens: readonly When[] = ['monday', 'daily', 'weekdays', 'monthly', 'own'];

/** A new schedule, in the viewer's time zone. */
export function ScheduleForm({ reportId }: { reportId: string }) {
  const { t } = useTranslation();
  const { timeZone } = usePreferences();
  const action = useReportAction();
  const [when, setWhen] = useState<When>('monday');
  const [cron, setCron] = useState<string>(usual.monday);
  const [formats, setFormats] = useState<ReportFormat[]>(['pdf']);
  const [recipients, setRecipients] = useState<string[]>([]);
  const [skipEmpty, setSkipEmpty] = useState(true);
  const body = { cron, tz: timeZone, formats, recipients, skipEmpty, enabled: true };
  return (
    <div className="report-settings">
      <label className="wide">
        <span>
          {t('reports.when')} ({timeZone})
        </span>
        <Select
          value={when}
          options={whens.map((value) => ({ value, label: t(`reports.whens.${value}`) }))}
          onChange={(chosen) => {
            setWhen(chosen);
            if (chosen !== 'own') setCron(usual[chosen]);
          }}
        />
      </label>
      {when === 'own' && (
        <label className="wide">
          <span>{t('reports.cron')}</span>
          <Input value={cron} onChange={(event) => setCron(event.target.value)} />
        </label>
      )}
      <label className="wide">
        <span>{t('reports.recipients')}</span>
        <Select
          mode="tags"
          value={recipients}
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', ' ', ';']}
          onChange={setRecipients}
        />
      </label>
      <label className="wide">
        <span>{t('reports.download')}</span>
        <Select
          mode="multiple"
          value={formats}
          options={reportFormat.options.map((value) => ({ value, label: t(`reports.formats.${value}`) }))}
          onChange={setFormats}
        />
      </label>
      <Checkbox className="wide" checked={skipEmpty} onChange={(event) => setSkipEmpty(event.target.checked)}>
        {t('reports.skipEmpty')}
      </Checkbox>
      <Button
        type="primary"
        loading={action.isPending}
        disabled={recipients.length === 0 || formats.length === 0}
        onClick={() => action.mutate({ path: `/reports/${reportId}/schedules`, body, said: t('reports.saved') })}
      >
        {t('reports.add')}
      </Button>
    </div>
  );
}
