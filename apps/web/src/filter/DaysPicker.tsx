import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../preferences/preferences.js';

interface Props {
  /** ISO days, both included. */
  from: string;
  to: string;
  onChange: (from: string, to: string) => void;
}

export default function DaysPicker({ from, to, onChange }: Props) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en');
  return (
    <DatePicker.RangePicker
      className="days-picker"
      aria-label={t('filter.range')}
      value={[dayjs(from), dayjs(to)]}
      allowClear={false}
      onChange={(days) => {
        const [first, last] = days ?? [];
        if (first && last) onChange(first.format('YYYY-MM-DD'), last.format('YYYY-MM-DD'));
      }}
    />
  );
}
