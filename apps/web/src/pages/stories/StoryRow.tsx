import type { StorySummary } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FilterState } from '../../filter/filter-state.js';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import { useSpan } from './use-span.js';

/** A smaller difference between copies is not worth a word. */
const SAME_TONE = 0.05;

/** A story in a list: its tone, how far it went, and how fast. */
export function StoryRow({ story, filter }: { story: StorySummary; filter: FilterState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const span = useSpan();
  const [target] = filter.targets;
  const query = target ? `?target=${encodeURIComponent(target)}` : '';
  return (
    <li className="article-row">
      <div className="article-score">
        <Score value={story.score} />
        <span className="meta">{t('stories.prints', { count: story.articles })}</span>
      </div>
      <div className="article-line" lang={story.lang}>
        <Link to={`/stories/${encodeURIComponent(story.id)}${query}`} title={story.title}>
          {story.title}
        </Link>
        <p className="meta">
          {t('stories.outlets', { count: story.outlets })} · {t('stories.firstBy', { name: story.firstSourceName })} ·{' '}
          <time dateTime={story.first} title={format.moment(story.first)}>
            {format.date(story.first)}
          </time>{' '}
          · {t('stories.within', { span: span(story.first, story.last) })}
          {story.highest - story.lowest > SAME_TONE && (
            <>
              {' · '}
              {t('stories.toneRange', { low: format.score(story.lowest), high: format.score(story.highest) })}
            </>
          )}
          {story.sample && (
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
