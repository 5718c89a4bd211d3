import path from 'node:path';
import { createStoryIndex } from '@timbre/collection/stories';
import { readJsonLines } from './case-files.js';
import type { SuiteResult } from './suite.js';

export const name = 'dedupe-zyte';
export const goal = 'pair precision ≥ .999, recall ≥ .97';

interface Row {
  cluster: string;
  variant: string;
  text: string;
}

/** Each page was reduced to text by nine extractors: two texts of one page are copies, all other pairs are not. */
export async function run(dir: string): Promise<SuiteResult> {
  const rows = readJsonLines<Row>(path.join(dir, 'docs.jsonl'));
  const index = createStoryIndex();
  const stories = rows.map(({ text }, number) => index.add({ id: String(number), text }));
  const failures: string[] = [];
  const pairs = { both: 0, ours: 0, theirs: 0 };
  for (const [b, second] of rows.entries()) {
    for (const [a, first] of rows.slice(0, b).entries()) {
      const wanted = first.cluster === second.cluster;
      const given = stories[a] === stories[b];
      pairs.theirs += Number(wanted);
      pairs.ours += Number(given);
      pairs.both += Number(wanted && given);
      const named = `${second.cluster.slice(0, 8)} ${first.variant}, ${second.variant}`;
      if (wanted !== given) failures.push(`${named}: ${given ? 'taken for copies' : 'kept apart'}`);
    }
  }
  const precision = pairs.both / pairs.ours;
  const recall = pairs.both / pairs.theirs;
  return {
    passed: pairs.both,
    total: pairs.theirs,
    goalMet: precision >= 0.999 && recall >= 0.97,
    failures,
    note: `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`,
  };
}
