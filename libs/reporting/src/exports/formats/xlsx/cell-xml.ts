import { formulaLike } from '@timbre/charts';
import { IANAZone } from 'luxon';
import { xmlText } from '../xml-text.js';
import type { ExportCell, ExportColumnType } from '../../rows/export-table.js';

/** Style indices of `styles.xml`. */
export const cellStyle = { plain: 0, header: 1, instant: 2, day: 3, text: 4, score: 5 } as const;

/** A cell holds no more (Excel's limit). */
const longestText = 32_767;
const cutMark = ' […]';
const excelEpoch = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

/**
 * A cell in SpreadsheetML. Texts are inline strings and so never run; those that look like formulas also carry the
 * quote-prefix style, which keeps them text when somebody edits the cell. Instants become the wall clock of the zone.
 */
export function cellXml(value: ExportCell | undefined, type: ExportColumnType, zone: IANAZone): string {
  if (value === null || value === undefined) return '<c/>';
  if (typeof value === 'number') return Number.isFinite(value) ? `<c><v>${value}</v></c>` : '<c/>';
  if (typeof value === 'boolean') return `<c t="b"><v>${value ? 1 : 0}</v></c>`;
  if (type === 'instant' || type === 'day') {
    const at = Date.parse(value);
    const wall = type === 'day' ? at : at + zone.offset(at) * 60_000;
    const serial = Math.round((wall - excelEpoch) / 10) / (dayMs / 10);
    // Spreadsheets know no dates before 1900.
    if (serial >= 61) return `<c s="${cellStyle[type]}"><v>${serial}</v></c>`;
  }
  return textCell(value, formulaLike(value) ? cellStyle.text : cellStyle.plain);
}

export function textCell(text: string, style: number): string {
  const clean = xmlText(text);
  const fitting = clean.length <= longestText ? clean : cut(clean);
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escapeXml(fitting)}</t></is></c>`;
}

const cut = (text: string): string =>
  text.slice(0, longestText - cutMark.length).replace(/[\uD800-\uDBFF]$/, '') + cutMark;

/** `_x0041_` would be read as an escape, so its underscore is escaped. */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
