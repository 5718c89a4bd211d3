import { type ChartTable, lightTokens } from '@timbre/charts';
import { DateTime } from 'luxon';
import type { DrawnPart, DrawnReport } from '../drawn/drawn-report.js';
import type { Fragment } from '../narrative/figure-links.js';
import { reportWords } from '../words/report-words.js';
import { proseOf } from './prose.js';
import { readableAddress } from './readable-address.js';
import { cellText } from './table-text.js';
import { typstProse, typstString, typstText } from './typst-text.js';

/** A Typst document and the pictures that it names. */
export interface TypstSource {
  main: string;
  pictures: { path: string; svg: string }[];
}

/** The report as a Typst document: cover, contents, blocks, numbered sources. A pure function of the report. */
export function typstSource(report: DrawnReport, fontFamily: string): TypstSource {
  const words = reportWords(report.locale);
  const pictures: TypstSource['pictures'] = [];
  const blocks = report.blocks.map(({ title, part }, index) => {
    const heading = title === null ? '' : `#heading(level: 1)[${typstText(title)}]\n`;
    if (part.kind === 'figure') pictures.push({ path: `/figure-${index}.svg`, svg: part.svg });
    return heading + partOf(part, index, report);
  });
  const main = [
    preamble(report, fontFamily, words.page),
    cover(report, words.sample),
    `#outline(title: ${typstString(words.contents)}, depth: 1)`,
    '#pagebreak()',
    ...blocks,
    sources(report, words.sources),
  ].join('\n\n');
  return { main, pictures };
}

/** The shipped font sets quotation marks as wide as Han characters unless told otherwise (`pwid`). */
function preamble({ name, made, tz, locale }: DrawnReport, fontFamily: string, pageWord: string): string {
  const { year, month, day, hour, minute } = DateTime.fromJSDate(made, { zone: tz });
  const number = locale === 'en' ? `${pageWord} #counter(page).display()` : `${pageWord} #counter(page).display() 页`;
  return `#let ink = rgb("${lightTokens.ink}")
#let quiet = rgb("${lightTokens.quiet}")
#let hair = rgb("${lightTokens.line}")
#let positive = rgb("${lightTokens.positiveText}")
#let negative = rgb("${lightTokens.negativeText}")
#let plain = ink
#set document(title: ${typstString(name)}, author: "Timbre", date: datetime(year: ${year}, month: ${month}, day: ${day}, hour: ${hour}, minute: ${minute}, second: 0))
#set page(paper: "a4", margin: (x: 22mm, top: 24mm, bottom: 22mm), footer: context if counter(page).get().first() > 1 [#set text(8pt, quiet)
#grid(columns: (1fr, auto), [${typstText(name)}], [${number}])])
#set text(font: ${typstString(fontFamily)}, size: 10pt, fill: ink, lang: "${locale === 'en' ? 'en' : 'zh'}", fallback: false${locale === 'en' ? ', features: ("pwid",)' : ''})
#set par(leading: ${locale === 'en' ? '0.7em' : '0.9em'}, justify: false)
#show heading.where(level: 1): it => block(above: 2em, below: 0.9em, sticky: true, text(14pt, weight: 600, it.body))
#show heading.where(level: 2): it => block(above: 1.2em, below: 0.6em, sticky: true, text(12pt, weight: 600, it.body))
#show strong: set text(weight: 600)
#show raw: set text(font: ${typstString(fontFamily)})
#show link: set text(quiet)`;
}

function cover({ name, cover: lines, sample }: DrawnReport, sampleText: string): string {
  const rows = lines.map(({ name: key, value }) => `text(quiet)[${typstText(key)}], [${typstText(value)}]`);
  return `#v(28%)
#text(9pt, quiet)[Timbre]
#v(2mm)
#par(leading: 0.5em, text(26pt, weight: 600)[${typstText(name)}])
#v(8mm)
#grid(columns: (auto, 1fr), column-gutter: 8mm, row-gutter: 3.2mm, ${rows.join(', ')})
${sample ? `#v(6mm)\n#block(stroke: 0.5pt + hair, inset: 8pt)[${typstText(sampleText)}]` : ''}
#pagebreak()`;
}

function partOf(part: DrawnPart, index: number, report: DrawnReport): string {
  switch (part.kind) {
    case 'markdown':
      return typstProse(proseOf(part.markdown));
    case 'sentences':
      return part.sentences.map((sentence) => `#par[${sentence.map(fragment).join('')}]`).join('\n');
    case 'tiles':
      return tiles(part.tiles);
    case 'figure':
      return `#block(breakable: false)[#image("/figure-${index}.svg", width: 100%, alt: ${typstString(part.describe)})
#text(8.5pt, quiet)[${typstText(part.describe)} #linebreak() ${typstText(part.foot)}]]`;
    case 'table':
      // The foot line does not go to the next page alone.
      return `#block(sticky: true)[${table(part.table, report)}]\n${small(part.foot)}`;
    case 'items':
      return part.items
        .map(
          ({
            heading,
            about,
            words,
            note,
          }) => `#block(breakable: false, below: 1.1em)[#strong[${typstText(heading)}]#super[#link(<source-${note}>)[${note}]]
#linebreak()#text(8.5pt, quiet)[${typstText(about)}]
${words === null ? '' : `#block(above: 0.6em, stroke: (left: 1.5pt + hair), inset: (left: 8pt, y: 2pt))[${typstText(words)}]`}]`,
        )
        .join('\n');
    case 'nothing':
      return small(part.reason);
    case 'facts': {
      const rows = part.facts.map(({ name, value }) => `text(quiet)[${typstText(name)}], [${typstText(value)}]`);
      const sentences = part.sentences.map((sentence) => `#par[${typstText(sentence)}]`).join('\n');
      return `${sentences}\n#grid(columns: (auto, 1fr), column-gutter: 6mm, row-gutter: 2.6mm, ${rows.join(', ')})`;
    }
  }
}

const fragment = ({ text, href }: Fragment): string =>
  href === null
    ? typstText(text)
    : `#link(${typstString(href)})[#underline(stroke: 0.4pt + hair, offset: 2pt)[#text(ink)[${typstText(text)}]]];`;

const small = (text: string): string => `#text(8.5pt, quiet)[${typstText(text)}]`;

function tiles(all: Extract<DrawnPart, { kind: 'tiles' }>['tiles']): string {
  const cells = all.map(
    ({ label, value, note, tone }) =>
      `block(breakable: false, width: 100%, stroke: (top: 1pt + hair), inset: (top: 6pt))[#text(8.5pt)[${typstText(label)}]#linebreak()#text(18pt, weight: 600, fill: ${tone})[${typstText(value)}]#linebreak()#text(7.5pt, quiet)[${typstText(note)}]]`,
  );
  return `#grid(columns: (1fr, 1fr, 1fr, 1fr), gutter: 10pt, ${cells.join(', ')})`;
}

function table({ columns, rows }: ChartTable, report: DrawnReport): string {
  const widths = columns.map(({ numeric }) => (numeric ? 'auto' : '1fr')).join(', ');
  const aligned = columns.map(({ numeric }) => (numeric ? 'right' : 'left')).join(', ');
  const head = columns.map(({ title }) => `text(weight: 600)[${typstText(title)}]`).join(', ');
  const cells = rows.flatMap((row) =>
    columns.map((column, index) => `[${typstText(cellText(row[index] ?? null, column, report))}]`),
  );
  return `#text(8.5pt)[#table(columns: (${widths},), align: (${aligned},), stroke: (x: none, y: 0.5pt + hair), inset: (x: 4pt, y: 5pt), table.header(${head}), ${cells.join(', ')})]`;
}

function sources({ notes }: DrawnReport, heading: string): string {
  if (notes.length === 0) return '';
  const lines = notes.map(({ title, sourceName, url, published }, index) => {
    const address = url === null ? '' : ` #link(${typstString(url)})[${typstText(readableAddress(url))}]`;
    return `[${index + 1}.], [${typstText(`${title}. ${sourceName}, ${published}.`)}${address} #metadata(none) <source-${index + 1}>]`;
  });
  return `#heading(level: 1)[${typstText(heading)}]
#text(8pt)[#grid(columns: (auto, 1fr), column-gutter: 6pt, row-gutter: 6pt, ${lines.join(', ')})]`;
}
