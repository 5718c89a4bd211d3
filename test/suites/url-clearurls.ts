import { readFileSync } from 'node:fs';
import path from 'node:path';
import { canonicalUrl } from '@timbre/collection/reading';
import { sampleNames } from './rule-samples.js';
import { resultOf } from './case-files.js';
import type { SuiteResult } from './suite.js';

export const name = 'url-clearurls';
export const goal = 'global rules 100 %: the parameter is gone, others stay, idempotent';

interface Data {
  providers: { globalRules: { rules: string[] } };
}

export async function run(dir: string): Promise<SuiteResult> {
  const file = path.join(dir, 'data.min.json');
  const { providers } = JSON.parse(readFileSync(file, 'utf8')) as Data;
  return resultOf(
    providers.globalRules.rules.map((rule) => {
      const missed = sampleNames(rule).filter((parameter) => !isCleaned(parameter));
      return missed.length > 0 ? `${rule}: ${missed.join(', ')}` : null;
    }),
    1,
  );
}

function isCleaned(parameter: string): boolean {
  const cleaned = canonicalUrl(`https://news.example.org/story/7?id=42&${parameter}=xyz&page=3`);
  return cleaned === 'https://news.example.org/story/7?id=42&page=3' && canonicalUrl(cleaned) === cleaned;
}
