import type { Estimate } from '@timbre/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { useShareInterval } from './use-share-interval.js';

interface ShareRow {
  key: string;
  name: ReactNode;
  accuracy: Estimate;
  agreement: Estimate;
  /** Not given for statements. */
  kappa?: number | null;
}

interface Props<Row extends ShareRow> {
  title: string;
  /** Head of the first column. */
  name: string;
  rows: readonly Row[];
  extra?: { title: string; of: (row: Row) => string };
}

/** Accuracy and agreement, a row each. */
export function ShareTable<Row extends ShareRow>({ title, name, rows, extra }: Props<Row>) {
  const { t } = useTranslation();
  const format = useFormat();
  const interval = useShareInterval();
  const share = (value: Estimate) => (
    <td>
      {value.value === null ? '–' : <strong>{format.share(value.value)}</strong>}{' '}
      <span className="meta">{interval(value)}</span>
    </td>
  );
  const withKappa = rows.some(({ kappa }) => kappa !== undefined);
  return (
    <section className="card span-12">
      <h2>{title}</h2>
      <div className="card-table">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{name}</th>
              <th scope="col" title={t('quality.accuracyHint')}>
                {t('quality.accuracy')}
              </th>
              <th scope="col" title={t('quality.agreementHint')}>
                {t('quality.agreement')}
              </th>
              {withKappa && (
                <th scope="col" className="numeric" title={t('quality.kappaHint')}>
                  {t('quality.kappa')}
                </th>
              )}
              {extra && (
                <th scope="col" className="numeric">
                  {extra.title}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <td>{row.name}</td>
                {share(row.accuracy)}
                {share(row.agreement)}
                {withKappa && (
                  <td className="numeric">{row.kappa == null ? '–' : format.score(row.kappa).replace('+', '')}</td>
                )}
                {extra && <td className="numeric">{extra.of(row)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
