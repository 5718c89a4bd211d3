import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSentences, shippedSentenceFolder } from '@timbre/analysis';

/** Random numbers in [0, 1) that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff) / 0x8000_0000;
}

/** Articles of `length` characters out of the labelled sentences of one language, a paragraph every few sentences. */
export function articlesOf(lang: 'zh' | 'en', count: number, length: number): string[] {
  const pool = readdirSync(shippedSentenceFolder)
    .filter((file) => file.startsWith(`${lang}-`) && file.endsWith('.tsv'))
    .flatMap((file) => parseSentences(readFileSync(join(shippedSentenceFolder, file), 'utf8'), file))
    .map(({ text }) => text);
  const random = seeded(7);
  return Array.from({ length: count }, () => {
    let text = '';
    while (text.length < length)
      text += (pool[Math.floor(random() * pool.length)] ?? '') + (random() < 0.3 ? '\n' : lang === 'en' ? ' ' : '');
    return text.slice(0, length);
  });
}
