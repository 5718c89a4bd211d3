import type { ArticleDetail, Reading } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import { useTargetName } from '../../format/use-target-name.js';
import { ReadingTargets } from './ReadingTargets.js';
import { StatementLists } from './StatementLists.js';
import type { Layer } from './text-marks.js';

interface Props {
  article: ArticleDetail;
  target: string | null;
  onTarget: (target: string | null) => void;
  onLayer: (layer: Layer) => void;
}

/** The reading beside the text: targets, quotes, forecasts, copies, versions. */
export function ReadingPanel({ article, target, onTarget, onLayer }: Props) {
  const { reading } = article;
  return (
    <aside className="reading">
      {reading && (
        <>
          <ReadingTargets reading={reading} corrections={article.corrections} target={target} onTarget={onTarget} />
          <StatementLists reading={reading} corrections={article.corrections} onLayer={onLayer} />
          <Names reading={reading} />
        </>
      )}
      <Copies article={article} />
      <History article={article} />
    </aside>
  );
}

function Names({ reading }: { reading: Reading }) {
  const { t } = useTranslation();
  const nameOf = useTargetName();
  return (
    <>
      {reading.topics.length > 0 && (
        <section>
          <h2>{t('articles.topics')}</h2>
          <p className="names">
            {reading.topics.map((topic) => (
              <Link key={topic.id} to={`/targets/topic:${topic.id}`}>
                {nameOf(`topic:${topic.id}`, topic.name)}
              </Link>
            ))}
          </p>
        </section>
      )}
      {reading.entities.length > 0 && (
        <section>
          <h2>{t('articles.entities')}</h2>
          <p className="names">
            {reading.entities.map((entity) => (
              <Link key={entity.id} to={`/targets/entity:${entity.id}`}>
                {nameOf(`entity:${entity.id}`, entity.name)}
              </Link>
            ))}
          </p>
        </section>
      )}
      {reading.proposed.length > 0 && (
        <section>
          <h2>{t('articles.proposed')}</h2>
          <p className="names">{reading.proposed.map((proposed) => proposed.name).join(' · ')}</p>
        </section>
      )}
    </>
  );
}

function Copies({ article }: { article: ArticleDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (article.storyArticles.length < 2) return null;
  return (
    <section>
      <h2>{t('articles.storyCopies')}</h2>
      <ul className="panel-list">
        {article.storyArticles.map((copy) => (
          <li key={copy.id}>
            {copy.id === article.id ? (
              <strong>{copy.sourceName}</strong>
            ) : (
              <Link to={`/articles/${copy.id}`}>{copy.sourceName}</Link>
            )}
            <span className="meta">
              {format.moment(copy.published)}
              {copy.lead && ` · ${t('articles.storyFirst')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ article }: { article: ArticleDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reading, history } = article;
  if (!reading) return null;
  return (
    <section>
      <h2>{t('articles.history')}</h2>
      <p className="meta">
        {t('articles.historyNow', { version: reading.version })} · {t('articles.document')}{' '}
        <Score value={reading.document.score} label={reading.document.label} />
      </p>
      <ul className="panel-list">
        {history.map((entry) => (
          <li key={entry.version + entry.readAt} className="meta">
            {t('articles.historyNow', { version: entry.version })},{' '}
            {t('articles.readAt', { when: format.moment(entry.readAt) })}
          </li>
        ))}
      </ul>
      {reading.skipped.map((part) => (
        <p key={part.reason} className="meta">
          {t('articles.skipped', { reason: part.reason })}
        </p>
      ))}
    </section>
  );
}
