import { readFile, readdir } from 'node:fs/promises';
import { type SampleArticle, sampleArticles, type SampleSource, sampleSources } from './sample-coverage.js';

const folder = new URL('../../data/sample/', import.meta.url);

/** The sample coverage that ships with Timbre: written by us, invented outlets and people, in order of publication. */
export async function loadSample(): Promise<{ sources: SampleSource[]; articles: SampleArticle[] }> {
  const sources = sampleSources.parse(JSON.parse(await readFile(new URL('sources.json', folder), 'utf8')));
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const lines = (await Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')))).flatMap((text) =>
    text.split('\n').filter((line) => line.trim() !== ''),
  );
  const articles = sampleArticles.parse(lines.map((line) => JSON.parse(line) as unknown));
  return { sources, articles: articles.sort((a, b) => a.published.localeCompare(b.published)) };
}
