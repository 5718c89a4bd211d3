import type { EvaluationReport, FoundScores } from './evaluation-report.js';

const share = (value: number | null | undefined): string => (value == null ? '' : value.toFixed(3).replace(/^0/, ''));

/** `a/b` texts without anything to find in which something was found. */
const alarms = (found: FoundScores | undefined): string =>
  found === undefined || found.negatives === 0 ? '' : `${found.alarms}/${found.negatives}`;

const quotesOf = (found: FoundScores | undefined): string =>
  found === undefined ? '' : [found.f1, found.right['speaker']].map(share).join(' / ');

const forecastsOf = (found: FoundScores | undefined): string =>
  found === undefined
    ? ''
    : [found.f1, found.right['kind'], found.right['hedge'], found.right['speaker']].map(share).join(' / ');

const columns: readonly { head: string; rule: string; cell: (report: EvaluationReport) => string | number }[] = [
  { head: 'set', rule: '---', cell: ({ file }) => file },
  { head: 'lang', rule: '---', cell: ({ lang }) => lang },
  { head: 'n', rule: '--:', cell: ({ sentiment, texts }) => sentiment?.n ?? texts },
  { head: 'accuracy', rule: '--:', cell: ({ sentiment }) => share(sentiment?.accuracy) },
  { head: 'macro-F1', rule: '--:', cell: ({ sentiment }) => share(sentiment?.macroF1) },
  { head: 'flips', rule: '--:', cell: ({ sentiment }) => share(sentiment?.flips) },
  { head: 'ECE', rule: '--:', cell: ({ sentiment }) => share(sentiment?.ece) },
  { head: 'quotes F1 / speaker', rule: '--:', cell: ({ quotes }) => quotesOf(quotes) },
  { head: 'forecasts F1 / kind / hedge / speaker', rule: '--:', cell: ({ forecasts }) => forecastsOf(forecasts) },
  {
    head: 'false alarms',
    rule: '--:',
    cell: ({ quotes, forecasts }) =>
      [quotes, forecasts]
        .map(alarms)
        .filter((one) => one !== '')
        .join(' · '),
  },
];

/**
 * One Markdown table with a row per file and language. `n` counts judged labels, or texts where only statements are
 * labelled; false alarms are texts without a quote · without a forecast in which one was found.
 */
export function reportTable(reports: readonly EvaluationReport[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ head }) => head)),
    `|${columns.map(({ rule }) => rule).join('|')}|`,
    ...reports.map((report) => line(columns.map(({ cell }) => cell(report)))),
  ].join('\n');
}

/** Confusion of one report as lines of text: rows are gold labels, columns predictions. */
export function confusionLines({ sentiment }: EvaluationReport): string[] {
  if (sentiment === undefined) return [];
  const names = ['−', '0', '+'];
  return sentiment.confusion.map((row, gold) => {
    const counts = row.map((count, predicted) => `${names[predicted]} ${count}`).join('  ');
    return `  gold ${names[gold]}: ${counts}`;
  });
}
