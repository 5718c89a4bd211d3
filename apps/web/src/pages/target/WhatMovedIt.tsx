import { draw, wordShiftBars } from '@timbre/charts';
import type { TargetResponse } from '@timbre/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../../charts/ChartCard.js';
import { useFormat } from '../../format/use-format.js';
import { StoryLinks } from '../StoryLinks.js';

const SHOWN = 6;

/** Stories and words behind the difference between the two periods. */
export function WhatMovedIt({ data }: { data: TargetResponse }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { before, after, stories, words } = data.drivers;
  const drawing = useMemo(() => draw(wordShiftBars, { words: data.drivers.words }), [data]);
  return (
    <>
      <section className="card first-when-narrow" aria-label={t('coverage.moved')}>
        <h2>{t('coverage.moved')}</h2>
        {before !== null && after !== null && (
          <p className="card-subtitle">
            {t('coverage.movedHint', { before: format.score(before), after: format.score(after) })}
          </p>
        )}
        {stories.length === 0 ? (
          <p className="meta">{t('coverage.movedStoriesNone')}</p>
        ) : (
          <>
            <h3 className="visually-hidden">{t('coverage.movedStories')}</h3>
            <StoryLinks stories={stories.slice(0, SHOWN)} target={data.target} detailed />
          </>
        )}
      </section>
      {words.length > 0 && (
        <ChartCard title={t('coverage.wordShiftTitle')} subtitle={t('coverage.wordShiftSubtitle')} drawing={drawing} />
      )}
    </>
  );
}
