import type { ForecastRow } from '@timbre/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { useForecastWords } from '../article/use-mark-words.js';

const STEP = 30;

/** The verbatim statements, newest first; each leads to its sentence. */
export function StatementTable({ rows }: { rows: readonly ForecastRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useForecastWords();
  const [shown, setShown] = useState(STEP);
  const newest = [...rows].sort((left, right) => right.published.localeCompare(left.published));
  return (
    <section className="card" aria-label={t('coverage.forecastsList')}>
      <h2>{t('coverage.forecastsList')}</h2>
      <ol className="statements">
        {newest.slice(0, shown).map((row) => (
          <li key={row.id}>
            <div>
              <strong>{row.speaker ?? t('articles.nobody')}</strong>
              <p className="meta">{format.date(row.statedOn ?? row.published)}</p>
            </div>
            <div>
              <p className="statement-when">
                {row.subject && `${row.subject}: `}
                {words(row)}
              </p>
              <blockquote>{row.text}</blockquote>
              <p className="meta">
                <Link to={`/articles/${encodeURIComponent(row.articleId)}`}>{row.title}</Link> · {row.sourceName}
                {row.previous && ` · ${t('articles.insteadOf', { words: row.previous.text })}`}
                {row.sample && (
                  <>
                    {' '}
                    <span className="tag-sample">{t('shell.sample')}</span>
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {newest.length > shown && (
        <div className="article-more">
          <Button onClick={() => setShown(shown + STEP)}>{t('articles.more')}</Button>
        </div>
      )}
    </section>
  );
}
