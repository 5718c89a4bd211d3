import type { ContributingStory } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Score } from '../format/Score.js';
import { useFormat } from '../format/use-format.js';
import './lists.css';

/** Stories behind a change, each one click from its evidence. */
export function StoryLinks({
  stories,
  target,
  detailed = false,
}: {
  stories: readonly ContributingStory[];
  target: string;
  detailed?: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="stories">
      {stories.map((story) => (
        <li key={story.storyId}>
          <Score value={story.score} />
          <div>
            <Link
              to={`/articles/${encodeURIComponent(story.articleId)}?target=${encodeURIComponent(target)}`}
              title={story.title}
            >
              {story.title}
            </Link>
            {detailed && (
              <p className="meta">
                {story.sourceName} · {format.date(story.published)}
                {story.articles > 1 && ` · ${t('coverage.copies', { count: story.articles })}`}
                {' · '}
                {t('coverage.pulled', { value: format.score(story.contribution, 3) })}
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
