import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UsedFilter } from '../../filter/use-filter.js';
import { filterSearch } from '../../filter/filter-url.js';
import { DifferenceText } from '../../format/DifferenceText.js';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import type { ComparedTarget } from './comparison.js';

/** Net sentiment with interval and n, and each target's difference from the first. */
export function ComparisonTable({ rows, used }: { rows: readonly ComparedTarget[]; used: UsedFilter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const first = rows[0];
  const search = filterSearch({ ...used.filter, targets: [] });
  const holdAgainst = (target: string) =>
    used.change({ targets: [target, ...rows.map((row) => row.target).filter((other) => other !== target)] });
  return (
    <section className="card" aria-label={t('compare.tableTitle')}>
      <h2>{t('compare.tableTitle')}</h2>
      {first && <p className="card-subtitle">{t('compare.tableSubtitle', { name: first.name })}</p>}
      <div className="comparison">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('compare.name')}</th>
              <th scope="col" className="numeric">
                {t(`filter.units.${used.filter.unit}`)}
              </th>
              <th scope="col" className="numeric">
                {t('compare.share')}
              </th>
              <th scope="col">{t('coverage.tileNet')}</th>
              <th scope="col">{first ? t('compare.against', { name: first.name }) : ''}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.target}>
                <th scope="row">
                  <Link to={`/targets/${encodeURIComponent(row.target)}${search}`}>{row.name}</Link>
                </th>
                <td className="numeric">{format.count(row.n)}</td>
                <td className="numeric">{format.share(row.share)}</td>
                <td>
                  <Score value={row.net.value} />{' '}
                  <span className="meta">
                    {row.net.value !== null &&
                      t('compare.interval', { low: format.score(row.net.low), high: format.score(row.net.high) })}
                  </span>
                </td>
                <td>
                  {index === 0 ? (
                    <span className="meta">{t('compare.reference')}</span>
                  ) : (
                    <>
                      <DifferenceText difference={row.difference} />
                      <button type="button" className="link-button meta" onClick={() => holdAgainst(row.target)}>
                        {t('compare.makeFirst')}
                      </button>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="card-subtitle">{t('compare.tableNote')}</p>
    </section>
  );
}
