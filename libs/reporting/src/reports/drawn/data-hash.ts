import { createHash } from 'node:crypto';
import { plainSentence } from '../narrative/figure-links.js';
import type { DrawnBlock, DrawnPart, SourceNote } from './drawn-report.js';

/** SHA-256 over the numbers and words of a report; pictures and links are left out, because they follow from those. */
export function dataHash(blocks: readonly DrawnBlock[], notes: readonly SourceNote[]): string {
  const data = blocks.map(({ title, part }) => ({ title, part: said(part) }));
  return createHash('sha256').update(JSON.stringify({ data, notes })).digest('hex');
}

/** What a part says, without how it looks and where it leads. */
export function said(part: DrawnPart): unknown {
  switch (part.kind) {
    case 'figure':
      return { ...part, svg: '' };
    case 'sentences':
      return { ...part, sentences: part.sentences.map(plainSentence) };
    default:
      return part;
  }
}
