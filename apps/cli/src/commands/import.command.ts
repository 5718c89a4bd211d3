import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { ImportRun } from '@timbre/collection';
import type { Command } from 'commander';

interface ImportOptions {
  warc?: true;
  resume?: string;
  errors?: true;
  all?: true;
}

/** `timbre import FILE…`: articles from files into the database; workers read them as they come. */
export function register(program: Command): void {
  program
    .command('import')
    .description(
      'import articles from JSON Lines, CSV or WARC files; progress on stderr, a summary line per file on stdout',
    )
    .argument('[files...]', '.jsonl, .ndjson, .csv, .warc or .warc.gz')
    .option('--warc', 'the files are web archives, whatever their names say')
    .option('--resume <id>', 'go on with an import that was interrupted')
    .option('--all', 'FILE was made by "timbre export --all"; the installation must be empty')
    .option('--errors', 'print each rejected line or record with its number and reason to stderr')
    .action(async (files: string[], options: ImportOptions, command: Command) => {
      if ((files.length === 0) === (options.resume === undefined))
        command.error('name files, or --resume an import', { exitCode: 2 });
      const missing = files.find((file) => !existsSync(file));
      if (missing !== undefined) command.error(`there is no file ${missing}`, { exitCode: 2 });
      const [first] = files;
      if (options.all && first !== undefined) return importEverything(first);
      const { CollectionModule, importFormat, ImportRunRepository, ImportService, SourceService } =
        await import('@timbre/collection');
      const { CoverageModule } = await import('@timbre/coverage');
      const { withApplication } = await import('../context/with-application.js');
      const { writeJsonLine } = await import('../json-lines/index.js');
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort());
      const formats = files.map((file) => (options.warc ? 'warc' : importFormat(basename(file))));
      await withApplication([CollectionModule, CoverageModule], async (app) => {
        const runs = app.get(ImportRunRepository);
        const imports = app.get(ImportService);
        for (const [index, file] of files.entries()) {
          if (stop.signal.aborted) break;
          const fileName = basename(file);
          const format = formats[index] ?? 'jsonl';
          const id = randomUUID();
          const sourceId = await app.get(SourceService).receiving('file', fileName);
          const counts = { lines: 0, accepted: 0, duplicates: 0, rejected: 0 };
          await runs.insert({ id, sourceId, file: resolve(file), fileName, format, ...counts }, new Date());
          await finish(id);
        }
        if (options.resume !== undefined) await finish(options.resume);

        async function finish(id: string): Promise<void> {
          const run = await imports.run(id, { signal: stop.signal, progress });
          process.stderr.write('\n');
          if (options.errors)
            for (const error of await runs.errors(id, 0, 100_000))
              process.stderr.write(`${run.format === 'warc' ? 'record' : 'line'} ${error.line}: ${error.message}\n`);
          if (stop.signal.aborted) process.stderr.write(`Stopped. Go on with: timbre import --resume ${id}\n`);
          await writeJsonLine(process.stdout, summary(run, !stop.signal.aborted));
        }
      });
    });
}

function progress(done: number, total: number, message: string): Promise<void> {
  process.stderr.write(`\r${total === 0 ? 100 : Math.floor((100 * done) / total)} %  ${message}   `);
  return Promise.resolve();
}

function summary({ id, fileName, lines, accepted, duplicates, rejected }: ImportRun, complete: boolean) {
  return { import: id, file: fileName, lines, accepted, duplicates, rejected, complete };
}

/** Tells on stdout what came, and on stderr how to log in where nobody could before. */
async function importEverything(file: string): Promise<void> {
  const { readArchive } = await import('../archive/read-archive.js');
  const { writeJsonLine } = await import('../json-lines/index.js');
  const { tables, rows, admission } = await readArchive(file, (done) => void process.stderr.write(`\r${done} rows   `));
  process.stderr.write('\n');
  if (admission !== null) {
    const { email, password } = admission;
    process.stderr.write(
      `Log in as ${email} with the password ${password} and change it; others get theirs from you.\n`,
    );
  }
  await writeJsonLine(process.stdout, { tables, rows, complete: true });
}
