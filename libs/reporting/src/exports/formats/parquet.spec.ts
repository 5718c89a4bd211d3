import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import type { ExportCell, ExportTable } from '../rows/export-table.js';
import { parquet } from './parquet.js';

const columns: ExportTable['columns'] = [
  { key: 'title', type: 'text' },
  { key: 'score', type: 'number' },
  { key: 'at', type: 'instant' },
  { key: 'day', type: 'day' },
  { key: 'lead', type: 'boolean' },
];

async function* counted(rows: readonly (readonly ExportCell[])[]) {
  for (let at = 0; at < rows.length; at += 1000) yield rows.slice(at, at + 1000);
}

async function file(rows: readonly (readonly ExportCell[])[]): Promise<ArrayBuffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of parquet({ columns, rows: counted(rows) }, { rows: rows.length, made: null })) {
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks)).buffer;
}

it('gives back every value with its type, also strange ones', async () => {
  const bytes = await file([
    ['=1+1 净情感 🚀\0', -0.25, '2026-03-01T10:00:00.123Z', '2027-01-31', true],
    ['half \uD800', Number.NaN, 'no date', null, false],
    [null, null, null, null, null],
  ]);
  expect(await parquetReadObjects({ file: bytes })).toEqual([
    {
      title: '=1+1 净情感 🚀\0',
      score: -0.25,
      at: new Date('2026-03-01T10:00:00.123Z'),
      day: new Date('2027-01-31'),
      lead: true,
    },
    { title: 'half \uFFFD', score: null, at: null, day: null, lead: false },
    { title: null, score: null, at: null, day: null, lead: null },
  ]);
});

it('writes row groups as it goes, and a file without rows is still one', async () => {
  const rows = Array.from({ length: 25_000 }, (_, index) => [`row ${index}`, index, null, null, index % 2 === 0]);
  const bytes = await file(rows);
  const metadata = parquetMetadata(bytes);
  expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([10_000, 10_000, 5000]);
  expect(metadata.key_value_metadata).toContainEqual({ key: 'timbre.rows', value: '25000' });
  const read = await parquetReadObjects({ file: bytes, columns: ['score'], rowStart: 19_999, rowEnd: 20_001 });
  expect(read).toEqual([{ score: 19_999 }, { score: 20_000 }]);
  expect(await parquetReadObjects({ file: await file([]) })).toEqual([]);
});
