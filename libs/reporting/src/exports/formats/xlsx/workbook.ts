import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ExportTable } from '../../rows/export-table.js';
import { sheetXml } from './sheet-xml.js';
import { sheetNames, workbookParts } from './workbook-parts.js';

export interface WorkbookSheet {
  name: string;
  table: ExportTable;
}

/**
 * A workbook as a stream of bytes, sheet by sheet, row by row: memory does not grow with the rows. Files in it carry
 * one fixed date, so that equal data give equal bytes.
 */
export async function* workbook(sheets: readonly WorkbookSheet[], tz: string): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const options = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true };
  const open: Readable[] = [];
  let failure: Error | null = null;
  const output = zip.outputStream as Readable;
  const fail = (error: Error): void => {
    failure = error;
    output.destroy(error);
  };
  zip.on('error', fail);
  for (const [path, text] of Object.entries(workbookParts(sheetNames(sheets.map(({ name }) => name))))) {
    zip.addBuffer(Buffer.from(text), path, options);
  }
  sheets.forEach(({ table }, index) => {
    const sheet = Readable.from(sheetXml(table, tz), { objectMode: false, encoding: 'utf8' });
    sheet.on('error', fail);
    open.push(sheet);
    zip.addReadStream(sheet, `xl/worksheets/sheet${index + 1}.xml`, options);
  });
  zip.end();
  try {
    for await (const chunk of output) yield chunk as Buffer;
    if (failure !== null) throw failure;
  } finally {
    // Until they are closed, their queries hold connections.
    await Promise.all(open.map(closed));
  }
}

function closed(stream: Readable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.closed) return resolve();
    stream.once('close', () => resolve()).destroy();
  });
}
