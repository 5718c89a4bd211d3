import { type ChartTable, escapeHtml } from '@timbre/charts';
import type { DrawnBlock, DrawnPart, DrawnReport } from '../drawn/drawn-report.js';
import type { Fragment } from '../narrative/figure-links.js';
import { reportWords } from '../words/report-words.js';
import { htmlProse } from './html-prose.js';
import { htmlStyle } from './html-style.js';
import { proseOf } from './prose.js';
import { readableAddress } from './readable-address.js';
import { cellText } from './table-text.js';

/** The report as one self-contained page: no script, nothing fetched, all text escaped. */
export function reportHtml(report: DrawnReport): string {
  const words = reportWords(report.locale);
  const titled = report.blocks.filter(({ title }) => title !== null);
  return `<!doctype html>
<html lang="${report.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<title>${escapeHtml(report.name)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
<header>
<h1>${escapeHtml(report.name)}</h1>
<dl class="cover">${report.cover.map(({ name, value }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
${report.sample ? `<p class="sample">${escapeHtml(words.sample)}</p>` : ''}
</header>
<nav><h2>${escapeHtml(words.contents)}</h2><ol>${titled.map((block) => `<li><a href="#${anchor(block, report)}">${escapeHtml(block.title ?? '')}</a></li>`).join('')}</ol></nav>
${report.blocks.map((block, index) => section(block, index, report)).join('\n')}
${report.notes.length === 0 ? '' : sources(report, words.sources)}
</main>
</body>
</html>
`;
}

const anchor = (block: DrawnBlock, report: DrawnReport): string => `block-${report.blocks.indexOf(block) + 1}`;

function section(block: DrawnBlock, index: number, report: DrawnReport): string {
  const heading = block.title === null ? '' : `<h2>${escapeHtml(block.title)}</h2>`;
  return `<section id="${anchor(block, report)}">${heading}${part(block.part, index, report)}</section>`;
}

function part(drawn: DrawnPart, index: number, report: DrawnReport): string {
  switch (drawn.kind) {
    case 'markdown':
      return htmlProse(proseOf(drawn.markdown));
    case 'sentences':
      return drawn.sentences.map((sentence) => `<p>${sentence.map(fragment).join('')}</p>`).join('');
    case 'tiles':
      return `<div class="tiles">${drawn.tiles.map(({ label, value, note, tone }) => `<div class="tile">${escapeHtml(label)}<b class="${tone}">${escapeHtml(value)}</b><span class="about">${escapeHtml(note)}</span></div>`).join('')}</div>`;
    case 'figure':
      return `<figure role="group" aria-label="${escapeHtml(drawn.describe)}">${ownNames(drawn.svg, index)}<figcaption>${escapeHtml(drawn.describe)}<br>${escapeHtml(drawn.foot)}</figcaption></figure>`;
    case 'table':
      return `${table(drawn.table, report)}<p class="foot">${escapeHtml(drawn.foot)}</p>`;
    case 'items':
      return drawn.items
        .map(
          ({ heading, about, words, note }) =>
            `<div class="item"><p><strong>${escapeHtml(heading)}</strong> <sup><a href="#source-${note}">[${note}]</a></sup></p><p class="about">${escapeHtml(about)}</p>${words === null ? '' : `<blockquote>${escapeHtml(words)}</blockquote>`}</div>`,
        )
        .join('');
    case 'nothing':
      return `<p class="about">${escapeHtml(drawn.reason)}</p>`;
    case 'facts':
      return `${drawn.sentences.map(paragraph).join('')}<dl class="cover">${drawn.facts.map(({ name, value }) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
  }
}

/** A figure leads to what was counted. */
const fragment = ({ text, href }: Fragment): string =>
  href === null
    ? escapeHtml(text)
    : `<a class="figure" href="${escapeHtml(href)}" rel="noopener" target="_blank">${escapeHtml(text)}</a>`;

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

/** Names inside a picture count from zero in each; on one page they need a prefix of their own. */
const ownNames = (svg: string, index: number): string => svg.replace(/\bc-(?=c\d|g\d|p\d|\d)/g, `f${index}-`);

function table({ columns, rows }: ChartTable, report: DrawnReport): string {
  const css = columns.map(({ numeric }) => (numeric ? ' class="number"' : ''));
  const head = columns.map(({ title }, index) => `<th${css[index]}>${escapeHtml(title)}</th>`).join('');
  const body = rows.map(
    (row) =>
      `<tr>${columns.map((column, index) => `<td${css[index]}>${escapeHtml(cellText(row[index] ?? null, column, report))}</td>`).join('')}</tr>`,
  );
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function sources({ notes }: DrawnReport, heading: string): string {
  const items = notes.map(({ title, sourceName, url, published }, index) => {
    const link =
      url === null || !/^https?:\/\//.test(url)
        ? ''
        : ` <a href="${escapeHtml(url)}" rel="noreferrer noopener">${escapeHtml(readableAddress(url))}</a>`;
    return `<li id="source-${index + 1}">${escapeHtml(`${title}. ${sourceName}, ${published}.`)}${link}</li>`;
  });
  return `<section class="notes"><h2>${escapeHtml(heading)}</h2><ol>${items.join('')}</ol></section>`;
}
