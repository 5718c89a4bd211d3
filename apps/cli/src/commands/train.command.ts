import type { Command } from 'commander';

/** `timbre train`: makes the model files of the learned voter anew, the same on every machine. */
export function register(program: Command): void {
  program
    .command('train')
    .description('train the learned sentiment voter from our sentences and the external sets, and weigh it')
    .requiredOption('--data <folder>', 'folder with the external sets (sentiment/*.jsonl.gz)')
    .option('--lang <language>', 'en or zh; both without it')
    .option('--out <folder>', 'where the model files go; the folder that ships without it')
    .action(async (options: { data: string; lang?: string; out?: string }, command: Command) => {
      const { writeFile } = await import('node:fs/promises');
      const { join } = await import('node:path');
      const analysis = await import('@timbre/analysis');
      const { readTrainingSets } = await import('../evaluation/labelled-set.js');
      const languages = (['en', 'zh'] as const).filter((lang) => options.lang === undefined || options.lang === lang);
      if (languages.length === 0) return command.error('error: --lang is en or zh.');
      const resources = analysis.loadResources();
      const catalogue = analysis.createAnalyzer(resources).compile(analysis.loadDefaultCatalogue());
      for (const lang of languages) {
        const sets = await readTrainingSets(lang, options.data, catalogue, resources);
        for (const { name, targets } of sets) process.stderr.write(`${lang}: ${name}, ${targets.length} targets\n`);
        const model = analysis.trainSentiment(sets, resources.lexicons, analysis.defaultTrainOptions(lang));
        const file = join(options.out ?? analysis.shippedModelFolder, `${lang}.bin`);
        await writeFile(file, analysis.serializeModel(model));
        process.stdout.write(`${file} ${JSON.stringify(model.voters)}\n`);
      }
    });
}
