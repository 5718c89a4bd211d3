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
      if (sets === undefined) return;
      const { analyzer, catalogue } = await currentVersion(await readCatalogue(options.catalogue, command));
      const current = (input: Parameters<typeof analyzer.analyze>[0]) => analyzer.analyze(input, catalogue);
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
        const { difference, low, high, p } = analysis.pairedBootstrap(pairItems(sets, first, second ?? current));
        const interval = `[${low.toFixed(4)}, ${high.toFixed(4)}]`;
        process.stdout.write(`macro-F1 difference ${difference.toFixed(4)}, 95 % ${interval}, p ${p.toFixed(3)}\n`);
      }
      if (options.write !== undefined) await writeTable(options.write, table);
    });
}

async function labelledSets(files: string[], options: Options, command: Command) {
  const { existsSync } = await import('node:fs');
  const { readLabelledFile } = await import('../evaluation/read-labelled-file.js');
  if (files.length > 0) return Promise.all(files.map(async (file) => ({ file, rows: await readLabelledFile(file) })));
  if (options.data === undefined) return command.error('error: name labelled files, or a folder with --data.');
  if (!existsSync(options.data)) {
    process.stderr.write(`Skipped: there is no folder ${options.data} with external sets; name it with --data.\n`);
    return undefined;
  }
  const { readReportingSets } = await import('../evaluation/find-data.js');
  return readReportingSets(options.data);
}

async function currentVersion(
  wanted: Parameters<ReturnType<typeof import('@timbre/analysis').createAnalyzer>['compile']>[0],
) {
  const { createAnalyzer, loadResources } = await import('@timbre/analysis');
  const analyzer = createAnalyzer(loadResources());
  return { analyzer, catalogue: analyzer.compile(wanted) };
}

async function predictionReader(file: string | undefined) {
  if (file === undefined) return undefined;
  const { emptyReading, readPredictions } = await import('../evaluation/read-predictions.js');
  const readings = await readPredictions(file);
  return (input: { id: string }) => readings.get(input.id) ?? emptyReading;
}

async function writeTable(file: string, table: string): Promise<void> {
  const { readFile, writeFile } = await import('node:fs/promises');
  const { replaceTable } = await import('../evaluation/replace-table.js');
  await writeFile(file, replaceTable(await readFile(file, 'utf8'), table));
}
