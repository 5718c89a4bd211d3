import type { Reading } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import type { Layer } from './text-marks.js';
import { useForecastWords } from './use-mark-words.js';

/** Who said what, and which dates are predicted; each list can be shown in the text. */
export function StatementLists({ reading, onLayer }: { reading: Reading; onLayer: (layer: Layer) => void }) {
  const { t } = useTranslation();
  const forecastWords = useForecastWords();
  return (
    <>
      <section>
        <h2>
          <button type="button" className="link-button" onClick={() => onLayer('quotes')}>
            {t('articles.quotes')}
          </button>
        </h2>
        {reading.quotes.length === 0 && <p className="meta">{t('articles.quotesNone')}</p>}
        <ul className="panel-list">
          {reading.quotes.map((quote) => (
            <li key={quote.from}>
              <strong>{quote.speaker ?? t('articles.nobody')}</strong>
              <span className="meta">
                {' '}
                {quote.direct ? t('articles.direct') : t('articles.indirect')}
                {quote.stance && ` · ${t(`articles.stance.${quote.stance}`)}`}
              </span>
              <blockquote>{quote.text}</blockquote>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>
          <button type="button" className="link-button" onClick={() => onLayer('forecasts')}>
            {t('articles.forecasts')}
          </button>
        </h2>
        {reading.forecasts.length === 0 && <p className="meta">{t('articles.forecastsNone')}</p>}
        <ul className="panel-list">
          {reading.forecasts.map((forecast) => (
            <li key={`${forecast.span.from}:${forecast.rule}:${forecast.from}`}>
              <strong>{forecast.subject ?? '–'}</strong> <span>{forecastWords(forecast)}</span>
              <blockquote>{forecast.text}</blockquote>
              <span className="meta">
                {forecast.speaker ?? t('articles.nobody')}
                {forecast.previous && ` · ${t('articles.insteadOf', { words: forecast.previous.text })}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
