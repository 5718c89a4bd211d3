import { reportLocale, type ReportDocument } from '@timbre/contracts';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { TargetSelect } from '../../filter/TargetSelect.js';
import { choiceOf, type RangeChoice, rangeChoices, rangeOf } from './range-choice.js';
import { useRangeName } from './use-range-name.js';

interface Props {
  document: ReportDocument;
  onChange: (document: ReportDocument) => void;
}

/** What the whole report speaks of. */
export function ReportSettings({ document, onChange }: Props) {
  const { t } = useTranslation();
  const rangeName = useRangeName();
  const set = (part: Partial<ReportDocument>) => onChange({ ...document, ...part });
  const choice = choiceOf(document.range);
  return (
    <div className="report-settings">
      <label className="wide">
        <span>{t('reports.name')}</span>
        <Input value={document.name} maxLength={200} onChange={(event) => set({ name: event.target.value })} />
      </label>
      <label className="wide">
        <span>{t('reports.about')}</span>
        <TargetSelect value={document.targets} onChange={(targets) => set({ targets })} />
      </label>
      <label>
        <span>{t('reports.range')}</span>
        <Select<RangeChoice | 'own'>
          value={choice ?? 'own'}
          options={[
            ...(choice === null ? [{ value: 'own' as const, label: rangeName(document.range, document.tz) }] : []),
            ...rangeChoices.map((value) => ({ value, label: t(`reports.ranges.${value}`) })),
          ]}
          onChange={(value) => value !== 'own' && set({ range: rangeOf(value) })}
        />
      </label>
      <label>
        <span>{t('reports.locale')}</span>
        <Select
          value={document.locale}
          options={reportLocale.options.map((value) => ({ value, label: t(`reports.locales.${value}`) }))}
          onChange={(locale) => set({ locale })}
        />
      </label>
      <label>
        <span>{t('reports.unit')}</span>
        <Select
          value={document.unit}
          options={(['stories', 'articles'] as const).map((value) => ({ value, label: t(`reports.units.${value}`) }))}
          onChange={(unit) => set({ unit })}
        />
      </label>
    </div>
  );
}
