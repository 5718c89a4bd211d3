import type { ScorerDay } from '@timbre/contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';
import { failureNames } from './failure-names.js';

/** What a scorer did on each day, what it cost, and where the embedded analysis stood in for it. */
export function ScorerUsage({ usage }: { usage: readonly ScorerDay[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="card span-12">
      <h2>{t('rereading.usage')}</h2>
      <p className="card-subtitle">{t('rereading.usageHint')}</p>
      <div className="card-table">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('rereading.day')}</th>
              <th scope="col">{t('rereading.scorerName')}</th>
              <th scope="col" className="numeric">
                {t('rereading.scored')}
              </th>
              <th scope="col" className="numeric">
                {t('rereading.requests')}
              </th>
              <th scope="col" className="numeric">
                {t('rereading.tokens')}
              </th>
              <th scope="col" className="numeric">
                {t('rereading.latency')}
              </th>
              <th scope="col">{t('rereading.fellBack')}</th>
            </tr>
          </thead>
          <tbody>
            {usage.map((row) => (
              <tr key={row.day + row.scorer}>
                <td>{format.day(row.day)}</td>
                <td>{row.scorer}</td>
                <td className="numeric">{format.count(row.answered)}</td>
                <td className="numeric">{format.count(row.requests)}</td>
                <td className="numeric">{format.count(row.questionTokens + row.answerTokens)}</td>
                <td className="numeric">{latencyOf(row)}</td>
                <td>
                  {Object.entries(row.failures).length === 0
                    ? '–'
                    : failureNames(row.failures)
                        .map(({ failure, n }) => `${t(`rereading.failure.${failure}`)} ${format.count(n)}`)
                        .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Mean seconds per request; local models make none and are counted by article. */
function latencyOf({ milliseconds, requests, answered }: ScorerDay): string {
  const calls = requests > 0 ? requests : answered;
  return calls === 0 ? '–' : (milliseconds / calls / 1000).toFixed(2);
}
