import type { Command } from 'commander';

/** `timbre url clean`: web addresses as lines in, `{url, canonical}` as JSON Lines out. */
export function register(program: Command): void {
  const url = program.command('url').description('work on web addresses');
  url
    .command('clean')
    .description('read one web address per line and print {url, canonical}: the spelling under which Timbre knows it')
    .argument('[files...]', 'files with one address per line; standard input without them')
    .option('--base <url>', 'resolves relative addresses')
    .action(async (files: string[], options: { base?: string }, command: Command) => {
      const { canonicalUrl } = await import('@timbre/collection/reading');
      const { errorAnswer, LineError, readLines, writeJsonLine } = await import('../json-lines/index.js');
      const { openInputs } = await import('./analysis-inputs.js');
      for await (const input of openInputs(files, command)) {
        for await (const line of readLines(input)) {
          const address = 'text' in line ? line.text.trim() : undefined;
          try {
            if ('code' in line) throw new LineError(line.code, line.message);
            await writeJsonLine(process.stdout, { url: address, canonical: canonicalUrl(line.text.trim(), options) });
          } catch (error) {
            await writeJsonLine(process.stdout, { url: address, ...errorAnswer(line.line, undefined, error) });
          }
        }
      }
    });
}
