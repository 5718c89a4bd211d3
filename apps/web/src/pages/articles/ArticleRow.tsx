import type { ArticleSummary } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import './articles.css';

/** An article in a list: its score, its title, and already the words that made it. */
export function ArticleRow({ article, target }: { article: ArticleSummary; target?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = target ? `?target=${encodeURIComponent(target)}` : '';
  return (
    <li className="article-row">
      <div className="article-score">
        {article.state === 'read' ? (
          <>
            <Score value={article.score} label={article.label} />
            {article.label && <span className="meta">{t(`articles.tone.${article.label}`)}</span>}
          </>
        ) : (
          <span className="meta">{t(`articles.state.${article.state}`)}</span>
        )}
      </div>
      <div className="article-line" lang={article.lang}>
        <Link to={`/articles/${encodeURIComponent(article.id)}${query}`} title={article.title}>
          {article.title}
        </Link>
        <p className="article-excerpt">{article.evidence ?? article.excerpt}</p>
        <p className="meta">
          {article.sourceName} ·{' '}
          <time dateTime={article.published} title={format.moment(article.published)}>
            {format.date(article.published)}
            {!article.dated && <span title={t('articles.undated')}> *</span>}
          </time>
          {article.storySize > 1 && (
            <>
              {' · '}
              <Link to={`/articles?range=all&unit=articles&story=${encodeURIComponent(article.storyId)}`}>
                {t('articles.copies', { count: article.storySize })}
              </Link>
            </>
          )}
          {article.sample && (
            <>
              {' '}
              <span className="tag-sample" title={t('shell.sampleHint')}>
                {t('shell.sample')}
              </span>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
