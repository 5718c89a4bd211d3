import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AnalysisResources,
  annotate,
  type CompiledCatalogue,
  isForReporting,
  isHeldOutSentence,
  type LabelledRow,
  type LabelledSet,
  type LabelledTarget,
  shippedSentenceFolder,
} from '@timbre/analysis';
import { readLabelledFile } from './read-labelled-file.js';
import { ownSentences, type PlannedSet, trainingPlan } from './training-plan.js';

function labelledTargets(
  row: LabelledRow,
  catalogue: CompiledCatalogue,
  resources: AnalysisResources,
): LabelledTarget[] {
  const targets = (row.targets ?? []).map(({ name, from, to, label }) => ({ name, from, to, label }));
  if (row.target && row.label !== undefined) {
    const { target: name, target_from: from, target_to: to, label } = row;
    targets.push({ name, from: from ?? undefined, to: to ?? undefined, label });
  }
  const givenTargets = targets.map(({ name, from, to }) => (from === undefined ? name : { name, from, to }));
  const document = annotate(row.text, { lang: row.lang, catalogue, resources, givenTargets });
  return targets.map(({ name, label }) => ({ document, entityId: name, label }));
}

/** Our sentences and the external sets of one language, annotated as the analysis annotates articles. */
export async function readTrainingSets(
  lang: 'en' | 'zh',
  folder: string,
  catalogue: CompiledCatalogue,
  resources: AnalysisResources,
): Promise<LabelledSet[]> {
  const annotated = (rows: readonly LabelledRow[]): LabelledTarget[] =>
    rows.flatMap((row) => labelledTargets(row, catalogue, resources));
  const external = await Promise.all(
    trainingPlan[lang].map(async ({ file, ...plan }: PlannedSet) => {
      const rows = await readLabelledFile(join(folder, 'sentiment', file));
      const used = plan.weight > 0 ? rows : rows.filter((row) => !isForReporting(row));
      return { name: file, ...plan, targets: annotated(used) };
    }),
  );
  const files = readdirSync(shippedSentenceFolder).filter(
    (file) => file.startsWith(`${lang}-`) && file.endsWith('.tsv'),
  );
  const own = await Promise.all(files.sort().map((file) => readLabelledFile(join(shippedSentenceFolder, file))));
  const sentences = own.flat().filter((row) => !isHeldOutSentence(row.text));
  return [{ name: 'sentences', ...ownSentences[lang], targets: annotated(sentences) }, ...external];
}
