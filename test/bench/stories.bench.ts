/**
 * How fast articles are placed into stories, and whether that depends on how many articles are in the window: the cost
 * per article among 10,000 and among 200,000, and what the index keeps in memory.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createStoryIndex, type StoryIndex } from '@timbre/collection/stories';
import type { Measurement } from './benchmark.js';
import { lightlyEdited, seeded, textMaker } from './made-texts.js';

export const name = 'stories';

const FEW = 10_000;
const MANY = 200_000;
const MEASURED = 4_000;
const WORDS = 280;
const HAN = 700;
/** One article in so many is a copy of one before. */
const COPIES = 4;

/** Adds articles until the index has seen so many; returns the processor milliseconds that placing took. */
type Filling = (index: StoryIndex, upTo: number) => number;

/** New articles, every other one Chinese, over thirteen days; texts are made outside of the measured time. */
function filling(): Filling {
  const random = seeded(11);
  const texts = textMaker(5);
  const recent: string[] = [];
  let count = 0;
  let made = 0;
  const next = (): string => {
    if (count % COPIES === 0 && recent.length > 0)
      return lightlyEdited(recent[Math.floor(random() * recent.length)]!, random);
    const text = count % 2 === 0 ? texts.han(HAN) : texts.words(WORDS);
    recent[made++ % 2_000] = text;
    return text;
  };
  return (index, upTo) => {
    let spent = 0;
    while (count < upTo) {
      const batch = Array.from({ length: Math.min(500, upTo - count) }, () => {
        count += 1;
        const published = new Date(Date.UTC(2026, 0, 1) + (count / MANY) * 13 * 86_400_000);
        return { id: `article-${count}`, text: next(), published };
      });
      const start = process.cpuUsage();
      for (const article of batch) index.add(article);
      const { user, system } = process.cpuUsage(start);
      spent += (user + system) / 1000;
    }
    return spent;
  };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heldMegabytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

export function run(): Promise<Measurement[]> {
  const fill = filling();
  const warm = createStoryIndex();
  filling()(warm, 2_000);
  const before = heldMegabytes();
  const index = createStoryIndex();
  fill(index, FEW - MEASURED / 2);
  const amongFew = fill(index, FEW + MEASURED / 2) / MEASURED;
  fill(index, MANY - MEASURED);
  const amongMany = fill(index, MANY) / MEASURED;
  const held = heldMegabytes() - before;
  const speed = 1000 / amongMany;
  const growth = amongMany / amongFew;
  return Promise.resolve([
    { name: 'articles in the window', value: index.size },
    { name: 'placed among 10,000', value: 1000 / amongFew, unit: 'articles/s' },
    {
      name: 'placed among 200,000',
      value: speed,
      unit: 'articles/s',
      goal: '≥ 2,000 articles/s',
      met: speed >= 2_000,
    },
    { name: 'cost among 200,000 against 10,000', value: growth, unit: '×', goal: '≤ 1.5 ×', met: growth <= 1.5 },
    { name: 'memory of the index', value: held, unit: 'MB', goal: '≤ 300 MB', met: held <= 300 },
  ]);
}
