import type { QualityResponse } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** What people said against what the analysis says; the diagonal agrees. */
export function Confusion({ confusion: { labels, counts } }: Pick<QualityResponse, 'confusion'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="card span-12">
      <h2>{t('quality.confusion')}</h2>
      <p className="card-subtitle">{t('quality.confusionHint')}</p>
      <div className="card-table">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('quality.people')}</th>
              {labels.map((label) => (
                <th key={label} scope="col" className="numeric">
                  {t(`quality.label.${label}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.map((label, row) => (
              <tr key={label}>
                <th scope="row">{t(`quality.label.${label}`)}</th>
                {labels.map((said, column) => {
                  const count = counts[row]?.[column] ?? 0;
                  const tone = row === column ? ' agrees' : count > 0 ? ' differs' : '';
                  return (
                    <td key={said} className={`numeric${tone}`}>
                      {format.count(count)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
