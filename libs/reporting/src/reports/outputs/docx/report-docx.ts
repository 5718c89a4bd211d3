import type { ChartTable } from '@timbre/charts';
import { svgToPng } from '@timbre/platform';
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { xmlText } from '../../../exports/formats/xml-text.js';
import type { DrawnBlock, DrawnPart, DrawnReport } from '../../drawn/drawn-report.js';
import type { Fragment } from '../../narrative/figure-links.js';
import { reportWords } from '../../words/report-words.js';
import { proseOf } from '../prose.js';
import { readableAddress } from '../readable-address.js';
import { cellText } from '../table-text.js';
import { docxProse, orderedLevels, orderedList, quotation } from './docx-prose.js';
import { settledPackage } from './settled-package.js';

/** Width of the text on A4 between the margins, in CSS pixels. */
const textWidth = 627;
const quiet = '475569';
const hair = { style: BorderStyle.SINGLE, size: 4, color: 'E2E8F0' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const tones = { positive: '1D4ED8', negative: 'B45309', plain: '0F172A' } as const;

type Element = Paragraph | Table;

/** The report as an editable DOCX: charts as pictures with their descriptions, all else as text and tables. */
export async function reportDocx(report: DrawnReport): Promise<Buffer> {
  const words = reportWords(report.locale);
  const blocks: Element[] = [];
  for (const [index, block] of report.blocks.entries()) {
    blocks.push(...heading(block, index), ...(await partOf(block.part, report)));
  }
  const document = new Document({
    title: xmlText(report.name),
    creator: 'Timbre',
    description: `sha256 ${report.dataHash}`,
    styles: {
      default: { document: { run: { font: fontOf(report), size: 21 }, paragraph: { spacing: { after: 120 } } } },
    },
    numbering: { config: [{ reference: orderedList, levels: orderedLevels }] },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { left: 1250, right: 1250, top: 1360, bottom: 1250 },
          },
        },
        footers: { default: footer(report) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: [run(report.name)] }),
          ...pairs(report.cover),
          ...(report.sample ? [new Paragraph({ children: [run(words.sample, { italics: true })] })] : []),
          ...contents(report, words.contents),
          ...blocks,
          ...sources(report, words.sources),
        ],
      },
    ],
  });
  return settledPackage(await Packer.toBuffer(document), report.made);
}

/** Fonts that word processors bring, for both scripts. */
const fontOf = ({ locale }: DrawnReport) => ({
  ascii: 'Calibri',
  hAnsi: 'Calibri',
  cs: 'Calibri',
  eastAsia: locale === 'zh-CN' ? 'Microsoft YaHei' : 'Noto Sans SC',
});

const run = (text: string, style: { bold?: boolean; italics?: boolean; color?: string; size?: number } = {}): TextRun =>
  new TextRun({ ...style, text: xmlText(text) });
const small = (text: string): Paragraph => new Paragraph({ children: [run(text, { color: quiet, size: 17 })] });
const paragraph = (text: string): Paragraph => new Paragraph({ children: [run(text)] });

const fragment = ({ text, href }: Fragment): ParagraphChild =>
  href === null ? run(text) : new ExternalHyperlink({ link: href, children: [run(text)] });

function heading({ title }: DrawnBlock, index: number): Paragraph[] {
  if (title === null) return [];
  const children = [new Bookmark({ id: `block_${index + 1}`, children: [run(title)] })];
  return [new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children })];
}

function footer({ name, locale }: DrawnReport): Footer {
  const word = reportWords(locale).page;
  const number = ['  ', word, ' ', PageNumber.CURRENT, ...(locale === 'zh-CN' ? [' 页'] : [])];
  return new Footer({
    children: [
      new Paragraph({ children: [new TextRun({ color: quiet, size: 16, children: [xmlText(name), ...number] })] }),
    ],
  });
}

function contents({ blocks }: DrawnReport, title: string): Paragraph[] {
  const lines = blocks.flatMap((block, index) =>
    block.title === null
      ? []
      : [
          new Paragraph({
            children: [new InternalHyperlink({ anchor: `block_${index + 1}`, children: [run(block.title)] })],
          }),
        ],
  );
  return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(title)] }), ...lines];
}

async function partOf(part: DrawnPart, report: DrawnReport): Promise<Element[]> {
  switch (part.kind) {
    case 'markdown':
      return docxProse(proseOf(part.markdown));
    case 'sentences':
      return part.sentences.map((sentence) => new Paragraph({ children: sentence.map(fragment) }));
    case 'tiles':
      return [tiles(part.tiles), new Paragraph({})];
    case 'figure': {
      const height = Math.round((textWidth * part.height) / part.width);
      const picture = new ImageRun({
        type: 'png',
        data: await svgToPng(part.svg, { width: part.width, theme: 'light' }),
        transformation: { width: textWidth, height },
        altText: { name: 'chart', title: 'chart', description: xmlText(part.describe) },
      });
      return [new Paragraph({ keepNext: true, children: [picture] }), small(`${part.describe} ${part.foot}`)];
    }
    case 'table':
      return [table(part.table, report), small(part.foot)];
    case 'items':
      return part.items.flatMap(({ heading: head, about, words, note }) => [
        new Paragraph({ keepNext: true, children: [run(head, { bold: true }), ...reference(note)] }),
        small(about),
        ...(words === null ? [] : [new Paragraph({ ...quotation(1), children: [run(words)] })]),
      ]);
    case 'nothing':
      return [small(part.reason)];
    case 'facts':
      return [...part.sentences.map(paragraph), ...pairs(part.facts)];
  }
}

function reference(note: number): ParagraphChild[] {
  const number = new TextRun({ text: `[${note}]`, superScript: true });
  return [run(' '), new InternalHyperlink({ anchor: `source_${note}`, children: [number] })];
}

/** Names and values side by side. */
function pairs(facts: readonly { name: string; value: string }[]): Paragraph[] {
  return facts.map(({ name, value }) => new Paragraph({ children: [run(`${name}: `, { color: quiet }), run(value)] }));
}

function tiles(all: Extract<DrawnPart, { kind: 'tiles' }>['tiles']): Table {
  const rows: (typeof all)[] = [];
  for (let at = 0; at < all.length; at += 4) rows.push(all.slice(at, at + 4));
  const cell = ({ label, value, note, tone }: (typeof all)[number]): TableCell =>
    new TableCell({
      borders: { top: hair, bottom: none, left: none, right: none },
      children: [
        small(label),
        new Paragraph({ children: [run(value, { bold: true, size: 36, color: tones[tone] })] }),
        small(note),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
  });
}

function table({ columns, rows }: ChartTable, report: DrawnReport): Table {
  const cell = (text: string, numeric: boolean, bold: boolean): TableCell =>
    new TableCell({
      borders: { top: none, left: none, right: none, bottom: hair },
      children: [
        new Paragraph({
          alignment: numeric ? AlignmentType.END : AlignmentType.START,
          spacing: { before: 40, after: 40 },
          children: [run(text, { bold, size: 18 })],
        }),
      ],
    });
  const head = columns.map(({ title, numeric }) => cell(title, numeric, true));
  const body = rows.map((row) =>
    columns.map((column, index) => cell(cellText(row[index] ?? null, column, report), column.numeric, false)),
  );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: head }),
      ...body.map((children) => new TableRow({ cantSplit: true, children })),
    ],
  });
}

function sources({ notes }: DrawnReport, title: string): Paragraph[] {
  if (notes.length === 0) return [];
  const lines = notes.map(({ title: what, sourceName, url, published }, index) => {
    const link =
      url === null || !/^https?:\/\//.test(url)
        ? []
        : [
            run(' '),
            new ExternalHyperlink({ link: xmlText(url), children: [run(readableAddress(url), { size: 17 })] }),
          ];
    const number = new Bookmark({ id: `source_${index + 1}`, children: [run(`${index + 1}. `, { size: 17 })] });
    return new Paragraph({ children: [number, run(`${what}. ${sourceName}, ${published}.`, { size: 17 }), ...link] });
  });
  return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(title)] }), ...lines];
}
