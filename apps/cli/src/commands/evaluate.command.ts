import type { pairedBootstrap } from '@timbre/analysis';
import type { AnalysisInput, Catalogue, Reading } from '@timbre/contracts';
import type { Command } from 'commander';

interface Options {
  data?: string;
  write?: string;
  predictions?: string;
  compare?: string[];
  catalogue?: string;
  json?: true;
  confusion?: true;
}

/** `timbre evaluate`: how well readings agree with labels. */
export function register(program: Command): void {
  program
    .command('evaluate')
    .description('compare readings with labelled JSON Lines {text, label?, target?, targets?, quotes?, forecasts?}')
    .argument('[files...]', 'labelled files: .jsonl, .jsonl.gz, or marked sentences as .tsv')
    .option('--data <folder>', 'evaluate the published sets: our held-out sentences and the sets in this folder')
    .option('--write <markdown>', 'put the table between the evaluation markers of this file')
    .option('--predictions <file>', 'judge these readings (JSON Lines of `timbre analyze`) instead of reading anew')
    .option('--compare <files...>', 'one or two files of readings: is the second (or the current version) better?')
    .option('--catalogue <file>', 'a catalogue as JSON instead of the default one')
    .option('--confusion', 'print confusion matrices')
    .option('--json', 'one JSON object per report')
    .action(async (files: string[], options: Options, command: Command) => {
      const analysis = await import('@timbre/analysis');
      const { evaluateFiles, pairItems } = await import('../evaluation/evaluate-files.js');
      const { readCatalogue } = await import('./read-catalogue.js');
      const sets = await labelledSets(files, options, command);
      const current = runningVersion(await readCatalogue(options.catalogue, command), analysis);
      const fromFile = await predictionReader(options.predictions);
      const reports = evaluateFiles(sets, fromFile ?? current);
      const table = analysis.reportTable(reports);
      if (options.json) for (const report of reports) process.stdout.write(`${JSON.stringify(report)}\n`);
      else process.stdout.write(`${table}\n`);
      if (options.confusion) {
        for (const report of reports) {
          process.stdout.write(`${[`${report.file} ${report.lang}`, ...analysis.confusionLines(report)].join('\n')}\n`);
        }
      }
      if (options.compare !== undefined) {
        const [first, second] = await Promise.all(options.compare.slice(0, 2).map(predictionReader));
        if (first === undefined) return;
        const comparison = analysis.pairedBootstrap(pairItems(sets, first, second ?? current));
        process.stdout.write(`${options.json ? JSON.stringify({ comparison }) : comparisonLine(comparison)}\n`);
      }
      if (options.write !== undefined) await writeTable(options, options.write, table);
    });
}

async function labelledSets(files: string[], options: Options, command: Command) {
  const { existsSync } = await import('node:fs');
  const { readLabelledFile } = await import('../evaluation/read-labelled-file.js');
  if (files.length > 0) return Promise.all(files.map(async (file) => ({ file, rows: await readLabelledFile(file) })));
  if (options.data === undefined) return command.error('error: name labelled files, or a folder with --data.');
  if (!existsSync(options.data)) {
    process.stderr.write(`There is no folder ${options.data} with external sets: only our own sets are evaluated.\n`);
  }
  const { readReportingSets } = await import('../evaluation/find-data.js');
  return readReportingSets(options.data);
}

/** Reads with the analysis that runs; loaded for the first text, since predictions may answer all of them. */
function runningVersion(wanted: Catalogue, { createAnalyzer, loadResources }: typeof import('@timbre/analysis')) {
  let read: ((input: AnalysisInput) => Reading) | undefined;
  return (input: AnalysisInput): Reading => {
    if (read === undefined) {
      const analyzer = createAnalyzer(loadResources());
      const catalogue = analyzer.compile(wanted);
      read = (article) => analyzer.analyze(article, catalogue);
    }
    return read(input);
  };
}

async function predictionReader(file: string | undefined) {
  if (file === undefined) return undefined;
  const { emptyReading, readPredictions } = await import('../evaluation/read-predictions.js');
  const readings = await readPredictions(file);
  return (input: { id: string }) => readings.get(input.id) ?? emptyReading;
}

const comparisonLine = ({ difference, low, high, p }: ReturnType<typeof pairedBootstrap>): string =>
  `macro-F1 difference ${difference.toFixed(4)}, 95 % [${low.toFixed(4)}, ${high.toFixed(4)}], p ${p.toFixed(3)}`;

/** A table without the external sets must not take the place of one with them. */
async function writeTable({ data }: Options, file: string, table: string): Promise<void> {
  const { existsSync } = await import('node:fs');
  if (data !== undefined && !existsSync(data)) {
    process.stderr.write(`${file} stays as it is: its table also holds the external sets.\n`);
    return;
  }
  const { readFile, writeFile } = await import('node:fs/promises');
  const { replaceTable } = await import('../evaluation/replace-table.js');
  await writeFile(file, replaceTable(await readFile(file, 'utf8'), table));
}
