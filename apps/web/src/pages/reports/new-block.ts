import { reportBlock, type ReportBlock } from '@timbre/contracts';

export const blockKinds = reportBlock.options.map((option) => option.shape.kind.value);

/** A block of the kind with its usual settings and an id that the document does not have. */
export function newBlock(kind: ReportBlock['kind'], blocks: readonly ReportBlock[]): ReportBlock {
  const taken = new Set(blocks.map(({ id }) => id));
  let number = blocks.length + 1;
  while (taken.has(`b${number}`)) number += 1;
  const own =
    kind === 'chart' ? { chart: 'net' } : kind === 'table' ? { by: 'source' } : kind === 'text' ? { markdown: '' } : {};
  return reportBlock.parse({ id: `b${number}`, kind, ...own });
}
