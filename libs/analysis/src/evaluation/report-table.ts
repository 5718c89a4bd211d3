import type { EvaluationReport } from './evaluation-report.js';

const share = (value: number | null | undefined): string => (value == null ? '' : value.toFixed(3).replace(/^0/, ''));

/** One Markdown table with a row per file and language. */
export function reportTable(reports: readonly EvaluationReport[]): string {
  const head = '| set | lang | n | accuracy | macro-F1 | flips | ECE | quotes F1 / speaker | forecasts F1 |';
  const rows = reports.map(({ file, lang, sentiment, quotes, forecasts }) => {
    const cells = [
      file,
      lang,
      sentiment?.n ?? '',
      share(sentiment?.accuracy),
      share(sentiment?.macroF1),
      share(sentiment?.flips),
      share(sentiment?.ece),
      quotes === undefined ? '' : `${share(quotes.f1)} / ${share(quotes.right['speaker'])}`,
      share(forecasts?.f1),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [head, '|---|---|--:|--:|--:|--:|--:|--:|--:|', ...rows].join('\n');
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
