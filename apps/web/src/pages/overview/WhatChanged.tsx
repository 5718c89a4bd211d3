import type { SurprisingChange } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FilterState } from '../../filter/filter-state.js';
import { filterSearch } from '../../filter/filter-url.js';
import { useFormat } from '../../format/use-format.js';
import { StoryLinks } from '../StoryLinks.js';
import '../lists.css';

const SHOWN = 5;

/** Targets that moved more than their past leads to expect, with the stories behind the move. */
export function WhatChanged({ changes, filter }: { changes: readonly SurprisingChange[]; filter: FilterState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const carried = filterSearch({ ...filter, targets: [] });
  const sentence = (change: SurprisingChange) =>
    change.measure === 'net'
      ? t('coverage.changeNet', { before: format.score(change.before), after: format.score(change.after) })
      : t('coverage.changeVolume', {
          before: format.compact(change.before ?? 0),
          after: format.compact(change.after ?? 0),
        });
  return (
    <section className="card first-when-narrow" aria-label={t('coverage.whatChanged')}>
      <h2>{t('coverage.whatChanged')}</h2>
      <p className="card-subtitle">
        {changes.length === 0 ? t('coverage.whatChangedNone') : t('coverage.whatChangedHint')}
      </p>
      <ul className="changes">
        {changes.slice(0, SHOWN).map((change) => (
          <li key={change.target + change.measure}>
            <Link to={`/targets/${encodeURIComponent(change.target)}${carried}`}>{change.name}</Link>
            <span
              className={change.measure === 'net' ? `arrow arrow-${direction(change)}` : 'arrow'}
              aria-hidden="true"
            >
              {direction(change) === 'up' ? '▲' : '▼'}
            </span>
            <p title={t('coverage.zHint', { z: format.score(change.z, 1) })}>{sentence(change)}</p>
            <StoryLinks stories={change.stories.slice(0, 2)} target={change.target} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function direction(change: SurprisingChange): 'up' | 'down' {
  return (change.after ?? 0) >= (change.before ?? 0) ? 'up' : 'down';
}
