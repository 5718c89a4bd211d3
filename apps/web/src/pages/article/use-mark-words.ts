import type { Forecast } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import type { TextMark } from './text-marks.js';

/** The predicted interval in words. */
export function useForecastWords(): (forecast: Forecast) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (forecast) => {
    const dates = format.interval(forecast.from, forecast.to, t('articles.openEnd'));
    return `${dates} · ${t(`articles.kind.${forecast.kind}`)} · ${t(`articles.hedge.${forecast.hedge}`)}`;
  };
}

/** What a mark says of its stretch of text. */
export function useMarkWords(): (mark: Exclude<TextMark, { type: 'term' | 'sentence' }>) => string {
  const { t } = useTranslation();
  const forecastWords = useForecastWords();
  return (mark) => {
    switch (mark.type) {
      case 'quote':
        return `${mark.quote.speaker ?? t('articles.nobody')} · ${mark.quote.direct ? t('articles.direct') : t('articles.indirect')}`;
      case 'forecast':
        return `${mark.forecast.speaker ?? t('articles.nobody')} · ${forecastWords(mark.forecast)}`;
      case 'entity':
        return mark.name;
    }
  };
}
