import type { BlockRange, PageBlocks, TextBlock } from './text-blocks.js';

const HAN = /\p{Script=Han}/gu;
const SENTENCE_END = /[.!?。！？…”"»’)）:：]\s*$/;
/** Share of the page's prose in a part that hints call furniture, from which on the hint is not believed. */
const DISBELIEVED = 0.4;
/** Hints that rule out nearly all prose are wrong, unless they leave a whole article. */
const LEAST_LEFT = 0.2;
const WHOLE_ARTICLE = 1200;
const HEADING = /^h[1-6]$/;

/** What the blocks of a page weigh as prose, and which of them its hints rule out. */
export interface WeighedBlocks extends PageBlocks {
  weights: Float64Array;
  excluded: Uint8Array;
  /** Marks that are believed to be furniture. */
  furniture: ReadonlySet<number>;
}

/** Letters a reader reads: a Han character says about as much as two and a half of the Latin ones. */
export function readingLength(text: string): number {
  const han = text.match(HAN)?.length ?? 0;
  return text.length + han * 1.5;
}

/** Weighs each block: prose counts by its length, links, menus and short scraps count against. */
export function weighBlocks(page: PageBlocks): WeighedBlocks {
  const plain = Float64Array.from(page.blocks, weightOf);
  const { excluded, furniture } = excludedBlocks(page, plain);
  return { ...page, excluded, furniture, weights: plain.map((weight, index) => (excluded[index] ? 0 : weight)) };
}

/** The element that holds most prose and least else: a range of blocks, or null on a page without prose. */
export function mainRange({ ranges, weights }: WeighedBlocks): BlockRange | null {
  const sums = new Float64Array(weights.length + 1);
  for (const [index, weight] of weights.entries()) sums[index + 1] = sums[index]! + weight;
  const prose = proseSums(weights);
  let best: BlockRange | null = null;
  let most = 0;
  for (const range of ranges) {
    if (range.tag === 'p' || range.tag === 'li') continue;
    const bonus = range.hint === 'article' ? 0.15 : 0;
    const score = sums[range.to]! - sums[range.from]! + bonus * (prose[range.to]! - prose[range.from]!);
    if (score > 0 && score >= most) {
      best = range;
      most = score;
    }
  }
  return best;
}

function weightOf({ text, linked, tag }: TextBlock): number {
  const length = readingLength(text);
  const links = linked / text.length;
  if (HEADING.test(tag)) return links > 0.5 ? -15 : 0;
  if (links > 0.5) return -15 - Math.min(60, length * 0.2);
  if (length >= 80) return length * (1 - links);
  if (SENTENCE_END.test(text)) return length * 0.6 * (1 - links);
  if (tag === 'p' || tag === 'pre' || tag === 'blockquote') return length >= 40 ? length * 0.3 : 0;
  return tag === 'li' || tag === 'td' || tag === 'th' || tag === 'dd' || tag === 'dt' ? -3 : -8;
}

/** 1 for blocks inside an element that hints at furniture or detail, unless the element holds much of the prose. */
function excludedBlocks(
  { blocks, ranges, marks }: PageBlocks,
  weights: Float64Array,
): Pick<WeighedBlocks, 'excluded' | 'furniture'> {
  const sums = proseSums(weights);
  const total = sums.at(-1)!;
  const proseOf = (mark: number) => sums[ranges[mark]!.to]! - sums[ranges[mark]!.from]!;
  // Names that templates give to all their paragraphs are no details.
  const named = new Map<string, number>();
  for (const mark of marks) {
    const { hint, names } = ranges[mark]!;
    if (hint === 'detail' && names) named.set(names, (named.get(names) ?? 0) + proseOf(mark));
  }
  const believed = new Set<number>();
  for (const mark of marks) {
    const { hint, names } = ranges[mark]!;
    const most = hint === 'furniture' ? total * DISBELIEVED : Math.min(300, total * DISBELIEVED);
    const common = hint === 'detail' && (named.get(names ?? '') ?? 0) > total * DISBELIEVED;
    if (!common && proseOf(mark) <= most) believed.add(mark);
  }
  const excluded = Uint8Array.from(blocks, ({ marks: around }) => Number(around.some((mark) => believed.has(mark))));
  const left = weights.reduce((sum, weight, index) => sum + (excluded[index] ? 0 : Math.max(0, weight)), 0);
  // Templates with such names all over say nothing by them.
  if (left < Math.min(WHOLE_ARTICLE, total * LEAST_LEFT))
    return { excluded: new Uint8Array(blocks.length), furniture: new Set() };
  return { excluded, furniture: new Set([...believed].filter((mark) => ranges[mark]!.hint === 'furniture')) };
}

/** Prose before each block, and of all blocks. */
function proseSums(weights: Float64Array): Float64Array {
  const sums = new Float64Array(weights.length + 1);
  for (const [index, weight] of weights.entries()) sums[index + 1] = sums[index]! + Math.max(0, weight);
  return sums;
}
