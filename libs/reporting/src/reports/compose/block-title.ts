import type { ReportBlock } from '@timbre/contracts';
import type { ReportWords } from '../words/report-words.js';

/** The heading of a block: its author's, or its kind's. Text has none of its own. */
export function blockTitle(block: ReportBlock, words: ReportWords): string | null {
  const own = block.title?.trim();
  if (own !== undefined && own !== '') return own;
  switch (block.kind) {
    case 'text':
      return null;
    case 'chart':
      return words.chart[block.chart];
    case 'table':
      return words.by[block.by];
    default:
      return words.block[block.kind];
  }
}
