import type { Drawing } from '@timbre/charts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.js';
import { useChartContext } from './chart-context.js';

const SHOWN = 500;
const looksLikeInstant = /^\d{4}-\d{2}-\d{2}T/;

/** The numbers behind a drawing, for screen readers and for people who prefer them. */
export function ChartTableView({ drawing, title }: { drawing: Drawing; title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const table = drawing.table(useChartContext(960));
  const cell = (value: string | number | null) => {
    if (value === null) return '–';
    if (typeof value === 'string') return looksLikeInstant.test(value) ? format.moment(value) : value;
    return Number.isInteger(value) ? format.count(value) : format.score(value, 3);
  };
  return (
    <div className="card-table" tabIndex={0} role="region" aria-label={title}>
      <table className="plain-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? 'numeric' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, SHOWN).map((row, index) => (
            <tr key={index}>
              {row.map((value, column) => (
                <td key={column} className={table.columns[column]?.numeric ? 'numeric' : undefined}>
                  {cell(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > SHOWN && (
        <p className="card-subtitle">
          {t('chart.tableMore', { shown: format.count(SHOWN), total: format.count(table.rows.length) })}
        </p>
      )}
    </div>
  );
}
