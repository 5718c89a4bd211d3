import { type ReportDestination, type ReportFormat, reportFormat } from '@timbre/contracts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../preferences/preferences.js';
import { DestinationFields } from './DestinationFields.js';
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
  const [destinations, setDestinations] = useState<ReportDestination[]>([]);
  const [skipEmpty, setSkipEmpty] = useState(true);
  const [onlyChanged, setOnlyChanged] = useState(false);
  const body = { cron, tz: timeZone, formats, destinations, skipEmpty, onlyChanged, enabled: true };
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
      <DestinationFields value={destinations} onChange={setDestinations} />
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
      <Checkbox className="wide" checked={onlyChanged} onChange={(event) => setOnlyChanged(event.target.checked)}>
        {t('reports.onlyChanged')}
      </Checkbox>
      <Button
        type="primary"
        loading={action.isPending}
        disabled={destinations.length === 0 || formats.length === 0}
        onClick={() => action.mutate({ path: `/reports/${reportId}/schedules`, body, said: t('reports.saved') })}
      >
        {t('reports.add')}
      </Button>
    </div>
  );
}
