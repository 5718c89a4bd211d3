import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';

// Not the blocking kind: connections that stand idle meanwhile would break unseen.
const run = promisify(execFile);
const found = (program: string): boolean => spawnSync('which', [program]).status === 0;

/** Whether the programs that read back what was made are installed (Debian: libreoffice-calc-nogui, poppler-utils). */
export const hasLibreOffice = found('soffice');
export const hasPoppler = found('pdftotext') && found('pdffonts') && found('pdfimages') && found('pdftoppm');

/** Runs the work in a folder of its own, which goes afterwards. */
async function inFolder<Result>(work: (folder: string) => Result | Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'timbre-readers-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What LibreOffice makes of each sheet of a file, as CSV; texts are quoted, numbers are not. */
export function throughLibreOffice(file: Buffer, extension: 'csv' | 'xlsx'): Promise<Map<string, string>> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, `in.${extension}`), file);
    // Comma, double quote, UTF-8, from line 1, no column formats, English, quote all texts, detect nothing, keep raw numbers, all sheets.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1';
    const input = extension === 'csv' ? ['--infilter=Text - txt - csv (StarCalc):44,34,76,1,,1033,true,false'] : [];
    await run(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--norestore',
        ...input,
        '--convert-to',
        filter,
        '--outdir',
        join(folder, 'out'),
        join(folder, `in.${extension}`),
      ],
      { timeout: 90_000 },
    );
    return new Map(
      readdirSync(join(folder, 'out')).map((name) => [
        name.replace(/^in-?/, '').replace(/\.csv$/, ''),
        readFileSync(join(folder, 'out', name), 'utf8'),
      ]),
    );
  });
}

export interface PdfFacts {
  text: string;
  fonts: { name: string; embedded: boolean }[];
  /** Raster pictures inside. */
  images: number;
  /** Share of each page that is not paper, 0 to 1. */
  inked: number[];
}

/** What poppler says of a PDF. */
export function throughPoppler(pdf: Buffer): Promise<PdfFacts> {
  return inFolder(async (folder) => {
    const path = join(folder, 'in.pdf');
    writeFileSync(path, pdf);
    const table = async (program: string, ...options: string[]): Promise<string[]> => {
      const { stdout } = await run(program, [...options, path]);
      return stdout
        .split('\n')
        .slice(2)
        .filter((line) => line !== '');
    };
    await run('pdftoppm', ['-gray', '-r', '30', path, join(folder, 'page')]);
    const fonts = await table('pdffonts');
    return {
      text: (await run('pdftotext', ['-layout', path, '-'])).stdout,
      // … emb sub uni object ID
      fonts: fonts.map((line) => ({
        name: line.split(/\s+/)[0] ?? '',
        embedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.exec(line)?.[1] === 'yes',
      })),
      images: (await table('pdfimages', '-list')).length,
      inked: readdirSync(folder)
        .filter((name) => name.endsWith('.pgm'))
        .sort()
        .map((name) => inkOf(readFileSync(join(folder, name)))),
    };
  });
}

/** Dark share of a binary PGM. */
function inkOf(pgm: Buffer): number {
  const header = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(pgm.subarray(0, 40).toString('latin1'));
  const pixels = pgm.subarray(header?.[0].length ?? 0);
  return pixels.filter((value) => value < 200).length / pixels.length;
}

/** Rows that DuckDB gives for a question about a Parquet file, which it calls `$file`. */
export function throughDuckDb(parquet: Buffer, sql: string): Promise<Record<string, unknown>[]> {
  return inFolder(async (folder) => {
    const path = join(folder, 'in.parquet');
    writeFileSync(path, parquet);
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      const result = await connection.runAndReadAll(sql.replaceAll('$file', `'${path}'`));
      return result.getRowObjectsJson();
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  });
}

/** Cells of a CSV text with quoted texts. */
export function cellsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
