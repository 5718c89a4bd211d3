import type { OverviewResponse } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FilterState } from '../../filter/filter-state.js';
import { filterSearch } from '../../filter/filter-url.js';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import '../lists.css';

const SHOWN = 8;

export function RisingEntities({ rows, filter }: { rows: OverviewResponse['risingEntities']; filter: FilterState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const carried = filterSearch({ ...filter, targets: [] });
  return (
    <section className="card" aria-label={t('coverage.risingTitle')}>
      <h2>{t('coverage.risingTitle')}</h2>
      <p className="card-subtitle">{rows.length === 0 ? t('coverage.risingNone') : t('coverage.risingHint')}</p>
      <ul className="ranked">
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.key}>
            <Link to={`/targets/${encodeURIComponent(row.key)}${carried}`} title={row.name}>
              {row.name}
            </Link>
            <span className="meta" title={t('coverage.zHint', { z: format.score(row.z, 1) })}>
              {row.previousN !== null && `${format.count(row.previousN)} → `}
              {format.count(row.n)}
            </span>
            <Score value={row.net.value} />
          </li>
        ))}
      </ul>
    </section>
  );
}
