/**
 * How fast articles are read, against the segmentation of the same Chinese text alone, against VADER on English text,
 * and against itself on longer texts and larger catalogues. Times are those of the processor, so that other processes
 * disturb them less.
 */
import { createAnalyzer, loadDefaultCatalogue, loadResources } from '@timbre/analysis';
import type { Catalogue } from '@timbre/contracts';
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import vader from 'vader-sentiment';
import { articlesOf } from './analysis-texts.js';
import type { Measurement } from './benchmark.js';

export const name = 'analysis';

const published = '2026-06-01';
const articles = 150;
const characters = 1500;

/** Processor milliseconds of the fastest of some runs, after two that do not count. */
function fastest(work: () => void, runs = 5): number {
  work();
  work();
  let best = Infinity;
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** The default catalogue with so many aliases that no text holds. */
function withAliases(catalogue: Catalogue, count: number): Catalogue {
  const entities = Array.from({ length: count / 5 }, (_, index) => ({
    id: `made-${index}`,
    kind: 'organisation' as const,
    names: { en: `Zzyx${index} Holdings` },
    aliases: Array.from({ length: 4 }, (_, alias) => ({ text: `Qwv${index}${'abcd'.charAt(alias)} Werke` })),
  }));
  return { ...catalogue, entities: [...catalogue.entities, ...entities] };
}

export function run(): Promise<Measurement[]> {
  const analyzer = createAnalyzer(loadResources());
  const standard = loadDefaultCatalogue();
  const catalogue = analyzer.compile(standard);
  const read = (texts: readonly string[], compiled = catalogue): void => {
    for (const [index, text] of texts.entries()) analyzer.analyze({ id: String(index), text, published }, compiled);
  };
  const chinese = articlesOf('zh', articles, characters);
  const english = articlesOf('en', articles, 4 * characters);
  const whole = fastest(() => read(chinese));
  const memory = process.memoryUsage().rss / 1e6;
  const jieba = Jieba.withDict(dict);
  const segmented = fastest(() => chinese.forEach((text) => jieba.cut(text, false)));
  const wholeEnglish = fastest(() => read(english));
  const rated = fastest(() => english.forEach((text) => vader.SentimentIntensityAnalyzer.polarity_scores(text)), 1);
  const long = [articlesOf('zh', 1, 10 * characters)[0] ?? ''];
  const short = [long[0]?.slice(0, characters) ?? ''];
  const repeated = (texts: readonly string[]) => (): void => {
    for (let index = 0; index < 20; index += 1) read(texts);
  };
  const growth = fastest(repeated(long)) / fastest(repeated(short));
  const few = analyzer.compile(withAliases(standard, 500));
  const many = analyzer.compile(withAliases(standard, 50_000));
  const aliases = fastest(() => read(chinese, many)) / fastest(() => read(chinese, few));
  const against = segmented / whole;
  const bytes = (texts: readonly string[], milliseconds: number): number =>
    texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / milliseconds / 1000;
  const faster = bytes(chinese, whole) / bytes(english, rated);
  return Promise.resolve([
    { name: 'a Chinese article', value: whole / articles, unit: 'ms' },
    { name: 'its segmentation alone', value: segmented / articles, unit: 'ms' },
    { name: 'speed against segmentation', value: against, unit: '×', goal: '≥ 0.15 ×', met: against >= 0.15 },
    { name: 'Chinese', value: bytes(chinese, whole), unit: 'MB/s' },
    { name: 'English', value: bytes(english, wholeEnglish), unit: 'MB/s' },
    { name: 'VADER on English', value: bytes(english, rated), unit: 'MB/s' },
    { name: 'bytes/s of Chinese against VADER', value: faster, unit: '×', goal: '≥ 10 ×', met: faster >= 10 },
    { name: 'time of ten times the text', value: growth, unit: '×', goal: '≤ 11 ×', met: growth <= 11 },
    { name: '50,000 aliases against 500', value: aliases, unit: '×', goal: '≤ 1.5 ×', met: aliases <= 1.5 },
    { name: 'memory after Chinese articles', value: memory, unit: 'MB', goal: '≤ 250 MB', met: memory <= 250 },
  ]);
}
