import type { Correction, Reading } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { JudgeStatement } from './JudgeStatement.js';
import { RejectedStatements } from './RejectedStatements.js';
import { correctionOf, type Statement } from './statement-correction.js';
import type { Layer } from './text-marks.js';
import { useForecastWords } from './use-mark-words.js';

interface Props {
  reading: Reading;
  corrections: readonly Correction[];
  onLayer: (layer: Layer) => void;
}

/** Who said what, and which dates are predicted; each list can be shown in the text. */
export function StatementLists({ reading, corrections, onLayer }: Props) {
  const { t } = useTranslation();
  const forecastWords = useForecastWords();
  const judge = (statement: Statement) => (
    <JudgeStatement reading={reading} statement={statement} made={correctionOf(corrections, statement)} />
  );
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
              {judge({ kind: 'quote', said: quote })}
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
              {judge({ kind: 'forecast', said: forecast })}
              <blockquote>{forecast.text}</blockquote>
              <span className="meta">
                {forecast.speaker ?? t('articles.nobody')}
                {forecast.previous && ` · ${t('articles.insteadOf', { words: forecast.previous.text })}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <RejectedStatements articleId={reading.id} corrections={corrections} />
    </>
  );
}
