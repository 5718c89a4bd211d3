import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toCsv } from '@timbre/charts';

/** What a spreadsheet may run: these at the beginning, behind what it overlooks there. */
const RUNS = /^[\s\u200b-\u200f\u2060\ufeff"]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Cells that a spreadsheet would run, judged by reading back what was written. */
export function checkCsvFormulas(dir: string): (string | null)[] {
  const { cells } = JSON.parse(readFileSync(path.join(dir, 'csv_formula.json'), 'utf8')) as { cells: string[] };
  return cells.map((payload) => {
    const written = toCsv({ columns: [{ title: 'a' }, { title: 'b' }], rows: [[payload, 'end']] } as Parameters<
      typeof toCsv
    >[0]);
    const cellsBack = readCells(written.slice(written.indexOf('\r\n') + 2));
    if (cellsBack.length !== 2 || cellsBack[1] !== 'end') return `${JSON.stringify(payload)} breaks out of its cell`;
    const [cell = ''] = cellsBack;
    if (RUNS.test(cell)) return `${JSON.stringify(payload)} may run as ${JSON.stringify(cell)}`;
    return cell.replace(/^'/, '') === payload
      ? null
      : `${JSON.stringify(payload)} came back as ${JSON.stringify(cell)}`;
  });
}

/** The cells of one record (RFC 4180); a line break ends it only outside quotes. */
function readCells(text: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) {
        cell += text[at];
        at += text[at] === '"' ? 2 : 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') cell += text[at++];
    }
    cells.push(cell);
    if (text[at] !== ',') return cells;
    at += 1;
  }
}
