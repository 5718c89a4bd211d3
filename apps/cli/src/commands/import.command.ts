import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';

/** `timbre import FILE`: JSON Lines or CSV into the database; workers read the articles as they come. */
export function register(program: Command): void {
  program
    .command('import')
    .description('import articles from a JSON Lines or CSV file; progress on stderr, a summary line on stdout')
    .argument('[file]', '.jsonl, .ndjson or .csv')
    .option('--resume <id>', 'go on with an import that was interrupted')
    .option('--errors', 'print each rejected line with its number and reason to stderr')
    .action(async (file: string | undefined, options: { resume?: string; errors?: true }, command: Command) => {
      if ((file === undefined) === (options.resume === undefined))
        command.error('name a file, or --resume an import', { exitCode: 2 });
      if (file !== undefined && !existsSync(file)) command.error(`there is no file ${file}`, { exitCode: 2 });
      const { CollectionModule, importFormat, ImportRunRepository, ImportService, SourceService } =
        await import('@timbre/collection');
      const { CoverageModule } = await import('@timbre/coverage');
      const { withApplication } = await import('../context/with-application.js');
      const { writeJsonLine } = await import('../json-lines/index.js');
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort());
      await withApplication([CollectionModule, CoverageModule], async (app) => {
        const runs = app.get(ImportRunRepository);
        const id = options.resume ?? randomUUID();
        if (file !== undefined) {
          const fileName = basename(file);
          const format = importFormat(fileName);
          const sourceId = await app.get(SourceService).receiving('file', fileName);
          await runs.insert(
            { id, sourceId, file: resolve(file), fileName, format, lines: 0, accepted: 0, duplicates: 0, rejected: 0 },
            new Date(),
          );
        }
        const progress = (done: number, total: number, message: string): Promise<void> => {
          process.stderr.write(`\r${total === 0 ? 100 : Math.floor((100 * done) / total)} %  ${message}   `);
          return Promise.resolve();
        };
        const run = await app.get(ImportService).run(id, { signal: stop.signal, progress });
        process.stderr.write('\n');
        if (options.errors)
          for (const error of await runs.errors(id, 0, 100_000))
            process.stderr.write(`line ${error.line}: ${error.message}\n`);
        if (stop.signal.aborted) process.stderr.write(`Stopped. Go on with: timbre import --resume ${id}\n`);
        const { lines, accepted, duplicates, rejected } = run;
        await writeJsonLine(process.stdout, {
          import: id,
          lines,
          accepted,
          duplicates,
          rejected,
          complete: !stop.signal.aborted,
        });
      });
    });
}
