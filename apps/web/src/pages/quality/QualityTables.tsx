import type { QualityResponse } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { useLanguageName } from '../../format/use-language-name.js';
import { ShareTable } from './ShareTable.js';

/** The same shares by language, target and kind of statement, and the versions behind them. */
export function QualityTables({ quality }: { quality: QualityResponse }) {
  const { t } = useTranslation();
  const format = useFormat();
  const languageName = useLanguageName();
  const statements = quality.statements.filter(({ agreement }) => agreement.n > 0);
  return (
    <>
      <ShareTable
        title={t('quality.languages')}
        name={t('quality.language')}
        rows={quality.languages.map((row) => ({ ...row, key: row.lang, name: languageName(row.lang) }))}
        extra={{ title: t('quality.articles'), of: ({ articles }) => format.count(articles) }}
      />
      {quality.targets.length > 0 && (
        <ShareTable
          title={t('quality.targets')}
          name={t('quality.target')}
          rows={quality.targets.map((row) => ({
            ...row,
            key: row.target,
            name: row.target === 'all' ? row.name : <Link to={`/targets/${row.target}`}>{row.name}</Link>,
          }))}
        />
      )}
      {statements.length > 0 && (
        <ShareTable
          title={t('quality.statements')}
          name=""
          rows={statements.map((row) => ({ ...row, key: row.kind, name: t(`quality.statement.${row.kind}`) }))}
        />
      )}
      <section className="card span-12">
        <h2>{t('quality.versions')}</h2>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('quality.version')}</th>
              <th scope="col">{t('quality.published')}</th>
              <th scope="col" className="numeric">
                {t('quality.articles')}
              </th>
            </tr>
          </thead>
          <tbody>
            {quality.versions.map((row) => (
              <tr key={row.version}>
                <td>{row.version}</td>
                <td>{format.interval(row.first, row.last, '')}</td>
                <td className="numeric">{format.count(row.articles)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
