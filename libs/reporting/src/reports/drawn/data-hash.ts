import { createHash } from 'node:crypto';
import type { DrawnBlock, SourceNote } from './drawn-report.js';

/** SHA-256 over the numbers and words of a report; pictures are left out, because they follow from their tables. */
export function dataHash(blocks: readonly DrawnBlock[], notes: readonly SourceNote[]): string {
  const data = blocks.map(({ title, part }) => ({ title, part: part.kind === 'figure' ? { ...part, svg: '' } : part }));
  return createHash('sha256').update(JSON.stringify({ data, notes })).digest('hex');
}
