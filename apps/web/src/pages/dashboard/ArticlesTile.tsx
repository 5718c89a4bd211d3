import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { articlesQuery } from '../../api/queries.js';
import { selectionLink } from '../../charts/selection-link.js';
import { ArticleRow } from '../articles/ArticleRow.js';
import type { TileFrame } from './tile-frame.js';
import { TileState } from './TileState.js';

const SHOWN = 10;

/** The latest articles of a filter. */
export function ArticlesTile({ frame }: { frame: TileFrame }) {
  const { t } = useTranslation();
  const { filter, parameters } = frame.resolved;
  const query = useInfiniteQuery(articlesQuery(parameters, SHOWN));
  return (
    <TileState frame={frame} query={query}>
      {({ pages }) => (
        <section className="card tile-card" aria-label={frame.title}>
          <div className="card-head">
            <h2>
              <Link to={selectionLink(filter, {})}>{frame.title}</Link>
            </h2>
            {frame.extra}
          </div>
          <ol className="article-rows tile-scroll">
            {pages[0]?.items.map((row) => (
              <ArticleRow key={row.id} article={row} target={filter.targets[0]} />
            ))}
          </ol>
          {pages[0]?.items.length === 0 && <p className="card-none">{t('articles.none')}</p>}
        </section>
      )}
    </TileState>
  );
}
