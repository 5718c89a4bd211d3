import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  type ILevelsOptions,
  LevelFormat,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import { xmlText } from '../../../exports/formats/xml-text.js';
import type { Inline, Prose } from '../prose.js';

/** Name of the numbering that ordered lists use; each list is an instance of its own and begins at one. */
export const orderedList = 'ordered';

const indentTwips = 360;
const headings = [
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Levels of ordered lists; deeper ones keep the last. */
export const orderedLevels: readonly ILevelsOptions[] = Array.from({ length: 9 }, (_, level) => ({
  level,
  format: LevelFormat.DECIMAL,
  text: `%${level + 1}.`,
  alignment: AlignmentType.START,
  style: { paragraph: { indent: { left: indentTwips * (level + 1), hanging: indentTwips } } },
}));

/** Where a paragraph stands. */
interface Place {
  /** Depth of quotations around it. */
  quoted: number;
  list?: { ordered: boolean; level: number; instance: number };
}

/** Prose as paragraphs of a word processor; text stays text that one can edit. */
export function docxProse(prose: readonly Prose[]): Paragraph[] {
  let lists = 0;
  const paragraphs = (parts: readonly Prose[], place: Place): Paragraph[] =>
    parts.flatMap((part): Paragraph[] => {
      switch (part.kind) {
        case 'heading':
          return [
            new Paragraph({
              heading: headings[Math.min(part.level, headings.length) - 1],
              children: runs(part.inline),
            }),
          ];
        case 'paragraph':
          return [new Paragraph({ ...placed(place), children: runs(part.inline) })];
        case 'list': {
          lists += 1;
          const level = Math.min(8, place.list === undefined ? 0 : place.list.level + 1);
          const list = { ordered: part.ordered, level, instance: lists };
          return part.items.flatMap((item) => paragraphs(item, { ...place, list }));
        }
        case 'quotation':
          return paragraphs(part.prose, { ...place, quoted: place.quoted + 1 });
        case 'code':
          return part.text
            .split('\n')
            .map(
              (line) =>
                new Paragraph({ ...placed(place), children: [new TextRun({ text: xmlText(line), font: 'Consolas' })] }),
            );
        case 'rule':
          return [new Paragraph({ thematicBreak: true })];
      }
    });
  return paragraphs(prose, { quoted: 0 });
}

function placed({ quoted, list }: Place) {
  if (list !== undefined) {
    return list.ordered
      ? { numbering: { reference: orderedList, level: list.level, instance: list.instance } }
      : { bullet: { level: list.level } };
  }
  return quoted === 0 ? {} : quotation(quoted);
}

/** Looks of quoted words. */
export const quotation = (depth: number) => ({
  indent: { left: indentTwips * depth },
  border: { left: { style: BorderStyle.SINGLE, size: 8, space: 8, color: 'CBD5E1' } },
});

type Style = { bold?: true; italics?: true };

function runs(parts: readonly Inline[], style: Style = {}): ParagraphChild[] {
  return parts.flatMap((part): ParagraphChild[] => {
    switch (part.kind) {
      case 'text':
        return [new TextRun({ ...style, text: xmlText(part.text) })];
      case 'code':
        return [new TextRun({ ...style, text: xmlText(part.text), font: 'Consolas' })];
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'strong':
        return runs(part.inline, { ...style, bold: true });
      case 'emphasis':
        return runs(part.inline, { ...style, italics: true });
      case 'link':
        return [new ExternalHyperlink({ link: xmlText(part.href), children: runs(part.inline, style) })];
    }
  });
}
