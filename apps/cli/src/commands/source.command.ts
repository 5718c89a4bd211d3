import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import type { Command } from 'commander';

/** `timbre source`: subscriptions in and out as OPML. */
export function register(program: Command): void {
  const source = program.command('source').description('exchange lists of feeds with other readers');
  source
    .command('import')
    .description('add the feeds of OPML lists that are not followed yet; one summary line per file')
    .argument('<files...>', 'OPML files')
    .action(async (files: string[], _options: object, command: Command) => {
      const missing = files.find((file) => !existsSync(file));
      if (missing !== undefined) command.error(`there is no file ${missing}`, { exitCode: 2 });
      const { OpmlService } = await import('@timbre/collection');
      const { errorAnswer, writeJsonLine } = await import('../json-lines/index.js');
      await withCollection(async (app) => {
        for (const [index, file] of files.entries()) {
          try {
            await writeJsonLine(process.stdout, { file, ...(await app.get(OpmlService).import(await readFile(file))) });
          } catch (error) {
            await writeJsonLine(process.stdout, { file, ...errorAnswer(index + 1, undefined, error) });
          }
        }
      });
    });
  source
    .command('export')
    .description('print the followed feeds as OPML')
    .action(async () => {
      const { OpmlService } = await import('@timbre/collection');
      await withCollection(async (app) => {
        process.stdout.write(await app.get(OpmlService).export(new Date()));
      });
    });
}

type Application = { get<Service>(token: new (...given: never[]) => Service): Service };

async function withCollection(work: (app: Application) => Promise<void>): Promise<void> {
  const { CollectionModule } = await import('@timbre/collection');
  const { CoverageModule } = await import('@timbre/coverage');
  const { withApplication } = await import('../context/with-application.js');
  await withApplication([CollectionModule, CoverageModule], work);
}
