import type { ChartTable } from '@timbre/charts';
import type { DrawnPart, DrawnReport } from '../drawn/drawn-report.js';
import { reportWords } from '../words/report-words.js';
import { cellText } from './table-text.js';

/** Rows of a figure's table that Markdown shows; the rest is for the spreadsheet. */
const mostRows = 60;

/** The report as Markdown (GitHub's tables and footnotes); figures become their description and their numbers. */
export function reportMarkdown(report: DrawnReport): string {
  const words = reportWords(report.locale);
  return [
    `# ${text(report.name)}`,
    report.cover.map(({ name, value }) => `- ${text(name)}: ${text(value)}`).join('\n'),
    ...(report.sample ? [`> ${words.sample}`] : []),
    ...report.blocks.flatMap(({ title, part }) => [
      ...(title === null ? [] : [`## ${text(title)}`]),
      ...partOf(part, report),
    ]),
    ...(report.notes.length === 0 ? [] : [`## ${words.sources}`]),
    report.notes
      .map(
        ({ title, sourceName, url, published }, index) =>
          `[^${index + 1}]: ${text(`${title}. ${sourceName}, ${published}.`)}${url === null ? '' : ` <${url.replace(/[<>\s]/g, encodeURIComponent)}>`}`,
      )
      .join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function partOf(part: DrawnPart, report: DrawnReport): string[] {
  switch (part.kind) {
    case 'markdown':
      return [part.markdown.trim()];
    case 'sentences':
      return part.sentences.map((sentence) =>
        sentence
          .map((piece) => (piece.href === null ? text(piece.text) : `[${text(piece.text)}](<${piece.href}>)`))
          .join(''),
      );
    case 'tiles':
      return [
        part.tiles.map(({ label, value, note }) => `- ${text(label)}: **${text(value)}** (${text(note)})`).join('\n'),
      ];
    case 'figure':
      return [text(part.describe), table(part.table, report), `_${text(part.foot)}_`];
    case 'table':
      return [table(part.table, report), `_${text(part.foot)}_`];
    case 'items':
      return part.items.map(({ heading, about, words, note }) =>
        [`**${text(heading)}**[^${note}]  `, text(about), ...(words === null ? [] : ['', `> ${text(words)}`])].join(
          '\n',
        ),
      );
    case 'nothing':
      return [`_${text(part.reason)}_`];
    case 'facts':
      return [
        ...part.sentences.map(text),
        part.facts.map(({ name, value }) => `- ${text(name)}: ${text(value)}`).join('\n'),
      ];
  }
}

/** Text as text: one line, with everything escaped that Markdown or HTML would read. */
function text(value: string): string {
  return value
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}

function table({ columns, rows }: ChartTable, report: DrawnReport): string {
  return [
    `| ${columns.map(({ title }) => text(title)).join(' | ')} |`,
    `| ${columns.map(({ numeric }) => (numeric ? '---:' : '---')).join(' | ')} |`,
    ...rows
      .slice(0, mostRows)
      .map(
        (row) =>
          `| ${columns.map((column, index) => text(cellText(row[index] ?? null, column, report))).join(' | ')} |`,
      ),
  ].join('\n');
}
