import { useTranslation } from 'react-i18next';

const days = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** Days of the week, from Monday, as options. */
export function useWeekdays(): { value: number; label: string }[] {
  const { t } = useTranslation();
  return days.map((day) => ({ value: Number(day), label: t(`alertRules.days.${day}`) }));
}
