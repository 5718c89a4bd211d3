import type { Command } from 'commander';

/** `timbre analyze`: articles as JSON Lines in, readings as JSON Lines out, one at a time. */
export function register(program: Command): void {
  program
    .command('analyze')
    .description(
      'read articles from JSON Lines {id, text, title?, lang?, published?, targets?} and print their readings',
    )
    .argument('[files...]', 'JSON Lines files; standard input without them')
    .option('--catalogue <file>', 'a catalogue as JSON {version, entities, topics} instead of the default one')
    .action(async (files: string[], options: { catalogue?: string }, command: Command) => {
      const { analysisInput } = await import('@timbre/contracts');
      const { createAnalyzer, loadResources } = await import('@timbre/analysis');
      const { answerJsonLines } = await import('../json-lines/index.js');
      const { openInputs } = await import('./analysis-inputs.js');
      const { readCatalogue } = await import('./read-catalogue.js');
      const wanted = await readCatalogue(options.catalogue, command);
      const analyzer = createAnalyzer(loadResources());
      const catalogue = analyzer.compile(wanted);
      for (const problem of catalogue.problems) process.stderr.write(`${problem.id}: ${problem.message}\n`);
      for await (const input of openInputs(files, command)) {
        await answerJsonLines({
          input,
          output: process.stdout,
          schema: analysisInput,
          answer: (article) => analyzer.analyze(article, catalogue),
        });
      }
    });
}
