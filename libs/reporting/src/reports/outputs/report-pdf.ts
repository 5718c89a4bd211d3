import { readFile } from 'node:fs/promises';
import { loadGlyphMarker, shippedFontFamily, shippedFontFiles } from '@timbre/platform';
import type { DrawnReport } from '../drawn/drawn-report.js';
import { typstSource } from './typst-source.js';

/** Thrown when the typesetter refuses a document; the message holds its reason. */
class TypesettingError extends Error {
  constructor(reason: string) {
    super(`The PDF could not be set: ${reason}`);
    this.name = 'TypesettingError';
  }
}

/**
 * The report as PDF: vector charts, embedded fonts, contents, page numbers. Equal reports give equal bytes.
 *
 * @throws TypesettingError
 */
export async function reportPdf(report: DrawnReport): Promise<Buffer> {
  const [{ NodeCompiler }, mark, ...fonts] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    loadGlyphMarker(),
    ...shippedFontFiles.map((file) => readFile(file)),
  ]);
  const { main, pictures } = typstSource(report, shippedFontFamily);
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: fonts }] });
  for (const { path, svg } of pictures) compiler.mapShadow(path, Buffer.from(svg));
  try {
    const compiled = compiler.compile({ mainFileContent: mark(main) });
    const document = compiled.result;
    if (document === null) throw new TypesettingError(reasonOf(compiled.takeDiagnostics()?.shortDiagnostics));
    return compiler.pdf(document, { creationTimestamp: Math.floor(report.made.getTime() / 1000) });
  } finally {
    // What the typesetter remembers of one report is of no use for the next.
    compiler.resetShadow();
    compiler.evictCache(0);
  }
}

function reasonOf(diagnostics: readonly unknown[] | undefined): string {
  const messages = (diagnostics ?? []).map((diagnostic) =>
    typeof diagnostic === 'object' && diagnostic !== null && 'message' in diagnostic
      ? String(diagnostic.message)
      : JSON.stringify(diagnostic),
  );
  return messages.join('; ').slice(0, 1000) || 'no reason given';
}
