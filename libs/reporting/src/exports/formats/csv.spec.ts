import { expect, it } from 'vitest';
import { exportTable } from '../rows/export-table.js';
import { csv, csvCell } from './csv.js';

async function* items(values: (string | number | null)[]) {
  yield values;
}

async function text(values: (string | number | null)[], bom = false): Promise<string> {
  const table = exportTable(
    [{ key: 'value', type: 'text', of: (value: string | number | null) => value }],
    items(values),
  );
  const parts: string[] = [];
  for await (const part of csv(table, { bom })) parts.push(part);
  return parts.join('');
}

it.each([
  '=1+1',
  '+86 10 1234',
  '-5',
  '@handle',
  '\t=1+1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1+1',
  '－1',
  '＠x',
  '\u200B=1+1',
  '"=1"',
  '  =1',
  '|calc',
  '–',
])('keeps %j text', (cell) => {
  expect(csvCell(cell).startsWith(`"'`)).toBe(true);
});

it('keeps numbers numbers and harmless text as it is', () => {
  expect([-5, 0.1, 1e21, Number.NaN, null, true].map(csvCell)).toEqual(['-5', '0.1', '1e+21', '', '', 'true']);
  expect(csvCell('a,=1+1')).toBe('"a,=1+1"');
  expect(csvCell('a";=1+1;"')).toBe('"a"";=1+1;"""');
  expect(csvCell('净情感 🚀')).toBe('"净情感 🚀"');
  expect(csvCell('a\0b\uD800')).toBe('"ab\uFFFD"');
});

it('writes RFC 4180 with or without a byte order mark, however long', async () => {
  expect(await text(['一,二\n三', -0.5, null], true)).toBe('\uFEFFvalue\r\n"一,二\n三"\r\n-0.5\r\n\r\n');
  const many = await text(Array.from({ length: 20_000 }, (_, index) => index));
  expect(many.split('\r\n')).toEqual(['value', ...Array.from({ length: 20_000 }, (_, index) => String(index)), '']);
});
