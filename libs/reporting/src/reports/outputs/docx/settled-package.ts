import { unzipSync, zipSync, type Zippable } from 'fflate';

/** Dates in the package, which would otherwise be those of its making. */
const packageDate = new Date(1980, 0, 1);
/** The writer names links by chance. */
const chanceName = /\brId[a-z0-9_-]{21}(?![a-z0-9_-])/g;
/** The writer numbers drawings and bookmarks on and on within a process. */
const drawingNumber = /(<wp:docPr id=")\d+"/g;
const bookmarkNumber = /(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)"/g;
const coreProperties = 'docProps/core.xml';
const moments = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/**
 * The same DOCX with names by order, numbers from one and the report's own date, so that equal reports give equal bytes.
 */
export function settledPackage(docx: Uint8Array, made: Date): Buffer {
  const names = new Map<string, string>();
  const name = (found: string): string => {
    const known = names.get(found) ?? `rIdLink${names.size + 1}`;
    names.set(found, known);
    return known;
  };
  const settled: Zippable = {};
  // Paths in order: the document comes before the relationships that repeat its names.
  for (const [path, bytes] of Object.entries(unzipSync(docx))) {
    const isXml = path.endsWith('.xml') || path.endsWith('.rels');
    settled[path] = [isXml ? Buffer.from(settle(Buffer.from(bytes).toString(), path)) : bytes, { mtime: packageDate }];
  }
  return Buffer.from(zipSync(settled));

  function settle(xml: string, path: string): string {
    let drawings = 0;
    const bookmarks = new Map<string, number>();
    const bookmark = (_: string, head: string, number: string): string => {
      const known = bookmarks.get(number) ?? bookmarks.size + 1;
      bookmarks.set(number, known);
      return `${head}${known}"`;
    };
    const text = xml
      .replace(bookmarkNumber, bookmark)
      .replace(chanceName, name)
      .replace(drawingNumber, (_, head: string) => `${head}${(drawings += 1)}"`);
    return path === coreProperties ? text.replace(moments, `$1${made.toISOString().slice(0, 19)}Z`) : text;
  }
}
