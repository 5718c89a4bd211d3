import type { Estimate, RereadPreview } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import { useLanguageName } from '../../format/use-language-name.js';
import { useTargetName } from '../../format/use-target-name.js';

/** Targets shown; those that move most come first. */
const mostTargets = 40;

/** What re-reading would move, on a sample. */
export function PreviewResult({ preview }: { preview: RereadPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const languageName = useLanguageName();
  const nameOf = useTargetName();
  const { labels, quotes, forecasts } = preview;
  const share = (changed: number, compared: number) => (compared === 0 ? '–' : format.share(changed / compared));
  return (
    <div className="reread-preview" aria-live="polite">
      <h3>{t('rereading.result')}</h3>
      <p className="card-subtitle">
        {t('rereading.sample', { count: preview.sample, of: format.count(preview.outdated), version: preview.version })}
        {preview.from !== null &&
          preview.to !== null &&
          ` ${t('rereading.published', { from: format.date(preview.from), to: format.date(preview.to) })}`}
        {preview.fallbacks > 0 && ` ${t('rereading.sampleFallbacks', { count: preview.fallbacks })}`}
      </p>
      <ul className="reread-facts">
        <li>
          {t('rereading.labels', {
            changed: format.count(labels.changed),
            compared: format.count(labels.compared),
            share: share(labels.changed, labels.compared),
            flipped: format.count(labels.flipped),
          })}
        </li>
        {preview.languages.map(({ lang, articles, changed, compared }) => (
          <li key={lang}>
            {t('rereading.language', {
              language: languageName(lang),
              articles: format.count(articles),
              share: share(changed, compared),
            })}
          </li>
        ))}
        <li>{t('rereading.quotes', counts(quotes, format.count))}</li>
        <li>{t('rereading.forecasts', counts(forecasts, format.count))}</li>
      </ul>
      <div className="card-table">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('quality.target')}</th>
              <th scope="col">{t('rereading.before')}</th>
              <th scope="col">{t('rereading.after')}</th>
              <th scope="col" className="numeric">
                {t('rereading.changed')}
              </th>
              <th scope="col" className="numeric">
                {t('rereading.flipped')}
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.targets.slice(0, mostTargets).map((row) => (
              <tr key={row.target}>
                <td>{row.target === 'all' ? t('rereading.whole') : nameOf(row.target, row.name)}</td>
                <Net estimate={row.before} />
                <Net estimate={row.after} />
                <td className="numeric">
                  {t('rereading.ofCompared', { n: format.count(row.changed), of: format.count(row.compared) })}
                </td>
                <td className="numeric">{format.count(row.flipped)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** Net sentiment with its interval and n. */
function Net({ estimate: { value, low, high, n } }: { estimate: Estimate }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <td>
      {value === null ? '–' : <Score value={value} />}{' '}
      <span className="meta">
        {low !== null &&
          high !== null &&
          `${t('quality.interval', { low: format.score(low), high: format.score(high) })} · `}
        n = {format.count(n)}
      </span>
    </td>
  );
}

const counts = (
  { before, after, kept }: RereadPreview['quotes'],
  written: (value: number) => string,
): { before: string; after: string; kept: string } => ({
  before: written(before),
  after: written(after),
  kept: written(kept),
});
