import type { Analyzer } from '@timbre/analysis';
import type { AnalysisInput, Reading } from '@timbre/contracts';
import { type Command, Option } from 'commander';

interface Options {
  catalogue?: string;
  scorer: 'embedded' | 'local' | 'endpoint';
}

/** `timbre analyze`: articles as JSON Lines in, readings as JSON Lines out, one at a time. */
export function register(program: Command): void {
  program
    .command('analyze')
    .description(
      'read articles from JSON Lines {id, text, title?, lang?, published?, targets?} and print their readings',
    )
    .argument('[files...]', 'JSON Lines files; standard input without them')
    .option('--catalogue <file>', 'a catalogue as JSON {version, entities, topics} instead of the default one')
    .addOption(
      new Option('--scorer <name>', 'who scores targets; the TIMBRE_SCORER_… settings say how')
        .choices(['embedded', 'local', 'endpoint'])
        .default('embedded'),
    )
    .action(async (files: string[], options: Options, command: Command) => {
      const { analysisInput } = await import('@timbre/contracts');
      const { createAnalyzer, loadResources } = await import('@timbre/analysis');
      const { answerJsonLines } = await import('../json-lines/index.js');
      const { openInputs } = await import('./analysis-inputs.js');
      const { readCatalogue } = await import('./read-catalogue.js');
      const wanted = await readCatalogue(options.catalogue, command);
      const analyzer = createAnalyzer(loadResources());
      const catalogue = analyzer.compile(wanted);
      for (const problem of catalogue.problems) process.stderr.write(`${problem.id}: ${problem.message}\n`);
      const scored = options.scorer === 'embedded' ? undefined : await openScorer(options.scorer, analyzer);
      const read: ReadArticle =
        scored === undefined ? (article) => analyzer.analyze(article, catalogue) : scored.analyser.prepare(wanted);
      try {
        for await (const input of openInputs(files, command)) {
          await answerJsonLines({ input, output: process.stdout, schema: analysisInput, answer: (one) => read(one) });
        }
        if (scored !== undefined) process.stderr.write(`${scored.summary()}\n`);
      } finally {
        await scored?.close();
      }
    });
}

type ReadArticle = (article: AnalysisInput) => Reading | Promise<Reading>;

async function openScorer(scorer: Options['scorer'], analyzer: Analyzer) {
  const { standaloneAnalysis } = await import('@timbre/coverage');
  const { loadSettings } = await import('@timbre/platform');
  return standaloneAnalysis(analyzer, { ...loadSettings(), scorer }, (line) => process.stderr.write(`${line}\n`));
}
