import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportFormat } from '@timbre/contracts';
import { type Command, Option } from 'commander';
import { addCoverageOptions, type CoverageOptions, instantOf } from './coverage-options.js';

interface ExportOptions extends CoverageOptions {
  format: ExportFormat;
  all?: true;
  output?: string;
  search?: string;
  bom: boolean;
  language: 'en' | 'zh';
}

/** `timbre export WHAT`: rows of coverage to stdout or a file, in bounded memory. `timbre export --all FILE`: everything. */
export function register(program: Command): void {
  const command = program
    .command('export')
    .description('export rows of coverage, or everything (--all); a summary line on stderr')
    .argument('<what>', 'articles, mentions, quotes, forecasts or series; with --all, the file or folder to write')
    .option('--all', 'everything into one file, for another installation or a backup (secrets stay)')
    .addOption(
      new Option('-f, --format <format>', 'file format').choices(['csv', 'xlsx', 'jsonl', 'parquet']).default('csv'),
    )
    .option('-o, --output <file>', 'file to write; stdout without it')
    .option('-q, --search <words>', 'articles whose text holds the words')
    .option('--no-bom', 'CSV without a byte order mark')
    .addOption(new Option('--language <language>', 'language of names').choices(['en', 'zh']).default('en'));
  addCoverageOptions(command, 'articles').action(async (what: string, options: ExportOptions, self: Command) => {
    if (options.all) {
      const { writeArchive } = await import('../archive/write-archive.js');
      const { file, rows } = await writeArchive(what, new Date());
      process.stderr.write(`${rows} rows in ${file}\n`);
      return;
    }
    const { exportKind, exportQuery } = await import('@timbre/contracts');
    const kind = exportKind.safeParse(what);
    if (!kind.success) self.error(`there is no "${what}" to export`, { exitCode: 2 });
    const query = exportQuery.safeParse({
      ...options,
      from: instantOf(options.from),
      to: instantOf(options.to),
      q: options.search,
      bom: String(options.bom),
    });
    if (!query.success) {
      const [issue] = query.error.issues;
      self.error(`--${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is wrong'}`, { exitCode: 2 });
      return;
    }
    const { CollectionModule } = await import('@timbre/collection');
    const { CoverageModule } = await import('@timbre/coverage');
    const { ExportService, ReportingModule } = await import('@timbre/reporting');
    const { withApplication } = await import('../context/with-application.js');
    await withApplication([CollectionModule, CoverageModule, ReportingModule], async (app) => {
      const exports = app.get(ExportService);
      const now = new Date();
      const { rows } = await exports.size(kind.data, query.data, now);
      const wish = { kind: kind.data, format: options.format, query: query.data, language: options.language, now };
      const bytes = Readable.from(await exports.bytes(wish, rows), { objectMode: true });
      await writeTo(bytes, options.output);
      process.stderr.write(`${rows} ${what}${options.output === undefined ? '' : ` in ${options.output}`}\n`);
    });
  });
}

/** A file that could not be written whole is removed. */
async function writeTo(bytes: Readable, output: string | undefined): Promise<void> {
  if (output === undefined) return pipeline(bytes, process.stdout, { end: false });
  try {
    await pipeline(bytes, createWriteStream(output));
  } catch (error) {
    await rm(output, { force: true });
    throw error;
  }
}
