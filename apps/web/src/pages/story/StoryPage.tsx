import { draw, storySpread } from '@timbre/charts';
import type { StoryDetail } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { storyQuery } from '../../api/coverage-queries.js';
import { ChartCard } from '../../charts/ChartCard.js';
import { useTargetName } from '../../format/use-target-name.js';
import { ErrorState } from '../../states/ErrorState.js';
import { PageSkeleton } from '../../states/PageSkeleton.js';
import '../stories/stories.css';
import { PrintTable } from './PrintTable.js';

/** One text and where it went. */
export default function StoryPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const story = useQuery(storyQuery(id, search.get('target') ?? 'all'));
  if (story.isError) return <ErrorState error={story.error} retry={() => void story.refetch()} />;
  return story.data ? <StoryBody story={story.data} /> : <PageSkeleton tiles={0} blocks={2} />;
}

function StoryBody({ story }: { story: StoryDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const nameOf = useTargetName();
  const name = story.target === 'all' ? t('coverage.allCoverage') : nameOf(story.target, story.targetName);
  const drawing = useMemo(() => draw(storySpread, { prints: story.prints }), [story.prints]);
  const open = useCallback(
    ({ article }: { article?: string }) => {
      if (article !== undefined) void navigate(`/articles/${encodeURIComponent(article)}`);
    },
    [navigate],
  );
  return (
    <>
      <div className="page-head story-head">
        <div>
          <h1 lang={story.lang}>{story.title}</h1>
          <p className="meta">
            {t('stories.prints', { count: story.articles })} · {t('stories.outlets', { count: story.outlets })} ·{' '}
            <Link to={`/articles?range=all&unit=articles&story=${encodeURIComponent(story.id)}`}>
              {t('stories.articles')}
            </Link>
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
      </div>
      <div className="stack">
        <ChartCard
          title={t('stories.spreadTitle')}
          subtitle={t('stories.spreadSubtitle', { name })}
          drawing={drawing}
          onSelect={open}
        />
        <PrintTable prints={story.prints} />
      </div>
    </>
  );
}
