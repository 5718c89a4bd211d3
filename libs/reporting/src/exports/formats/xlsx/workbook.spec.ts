import { inflateRawSync } from 'node:zlib';
import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { ExportCell, ExportTable } from '../../rows/export-table.js';
import { cellXml } from './cell-xml.js';
import { columnName } from './sheet-xml.js';
import { workbook } from './workbook.js';
import { sheetNames } from './workbook-parts.js';

const utc = IANAZone.create('UTC');

async function* rowsOf(rows: ExportCell[][]) {
  yield rows;
}
const table = (rows: AsyncIterable<ExportCell[][]>): ExportTable => ({
  columns: [
    { key: 'title', type: 'text' },
    { key: 'score', type: 'number' },
    { key: 'published', type: 'instant' },
  ],
  rows,
});

async function bytes(rows: AsyncIterable<ExportCell[][]>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of workbook([{ name: 'articles', table: table(rows) }], 'Asia/Shanghai')) parts.push(part);
  return Buffer.concat(parts);
}

/** Files of a ZIP by its central directory. */
function unzip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength!);
    files.set(name, (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8'));
    at += 46 + nameLength! + extra! + comment!;
  }
  return files;
}

describe('workbook', () => {
  it('holds typed cells, a frozen header, a filter, and gives equal bytes for equal data', async () => {
    const rows: ExportCell[][] = [['=1+1 <净情感>', -0.5, '2026-01-01T00:00:00.000Z']];
    const zip = await bytes(rowsOf(rows));
    expect((await bytes(rowsOf(rows))).equals(zip)).toBe(true);
    const files = unzip(zip);
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<c t="inlineStr" s="4"><is><t xml:space="preserve">=1+1 &lt;净情感&gt;</t></is></c>');
    expect(sheet).toContain('<c><v>-0.5</v></c>');
    // 2026-01-01 08:00 in Shanghai
    expect(sheet).toContain(`<v>${46023 + 8 / 24}`.slice(0, 12));
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A1:C2"/>');
    expect(sheet).not.toContain('<f>');
    expect(files.get('xl/workbook.xml')).toContain('name="articles"');
  });

  it('fails when its rows fail, and closes them when nobody reads on', async () => {
    async function* failing(): AsyncGenerator<ExportCell[][]> {
      yield [['a', 1, null]];
      throw new Error('the database went away');
    }
    await expect(bytes(failing())).rejects.toThrow('the database went away');
    let closed = false;
    async function* endless(): AsyncGenerator<ExportCell[][]> {
      try {
        for (let index = 0; ; index += 1) yield [[`row ${Math.sin(index)}`, index, null]];
      } finally {
        closed = true;
      }
    }
    for await (const part of workbook([{ name: 'x', table: table(endless()) }], 'UTC')) if (part.length > 1000) break;
    expect(closed).toBe(true);
  });
});

it('fits hostile text into cells and sheet names', () => {
  expect(cellXml('a\0\u0007b', 'text', utc)).toContain('>ab<');
  expect(cellXml('x'.repeat(40_000), 'text', utc).replace(/<[^>]+>/g, '').length).toBe(32_767);
  expect(cellXml('_x0041_', 'text', utc)).toContain('_x005F_x0041_');
  expect(cellXml('1850-01-01T00:00:00Z', 'instant', utc)).toContain('1850-01-01');
  expect(cellXml(Number.POSITIVE_INFINITY, 'number', utc)).toBe('<c/>');
  const names = sheetNames(['a/b', 'A b', '', 'x'.repeat(50), 'x'.repeat(60)]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(5);
  expect(names.every((name) => name.length <= 31 && name.length > 0)).toBe(true);
  expect([1, 26, 27, 702, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
