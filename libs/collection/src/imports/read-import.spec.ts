import { describe, expect, it } from 'vitest';
import { type ImportedLine, readImport } from './read-import.js';

async function* once(text: string) {
  yield text;
}
async function read(text: string, format: 'jsonl' | 'csv'): Promise<ImportedLine[]> {
  const all: ImportedLine[] = [];
  for await (const line of readImport(once(text), format)) all.push(line);
  return all;
}
const codes = (lines: ImportedLine[]) =>
  lines.map((line) => ('row' in line ? `${line.line} ok` : `${line.line} ${line.problem.code}`));

describe('readImport', () => {
  it('JSON Lines: reports each broken line with its number and reads the rest', async () => {
    const text = '\uFEFF{"text":"one"}\n{"text":\n\n[]\n{"title":"no text"}\n{"text":"two"}';
    expect(codes(await read(text, 'jsonl'))).toEqual([
      '1 ok',
      '2 import.json',
      '4 import.not_an_object',
      '5 import.field',
      '6 ok',
    ]);
  });

  it('CSV: quoted line breaks, semicolons, short records and a BOM', async () => {
    const text = '\uFEFFtitle;text\r\n"A";"first\nsecond"\r\nB\r\nC;words\r\n';
    const lines = await read(text, 'csv');
    expect(lines[0]).toMatchObject({ row: { title: 'A', text: 'first\nsecond' } });
    expect(codes(lines)).toEqual(['3 ok', '4 import.field', '5 ok']);
  });

  it('has nothing to say of an empty file', async () => {
    expect(await read('', 'jsonl')).toEqual([]);
    expect(await read('', 'csv')).toEqual([]);
  });
});
