import { foldLine } from './load-boilerplate-lines.js';
import { isHeadline } from './is-headline.js';
import type { WeighedBlocks } from './main-range.js';
import type { BlockRange, TextBlock } from './text-blocks.js';

/** Where on a page an article stands, in indices of blocks. */
export interface ArticleSpan {
  /** The block of the headline; null on pages that do not show it. */
  headline: number | null;
  /** From here on dates may belong to the article's head, from `far` on when they are called so. */
  head: number;
  far: number;
  /** The first paragraph. */
  prose: number;
  /** Behind the last paragraph. */
  end: number;
}

/** Blocks above a headline, or above a text without one, that may belong to the article. */
const ABOVE_HEADLINE = 6;
const ABOVE_TEXT = 15;
const FAR = 12;
/** Blocks below a headline among which the text begins. */
const BELOW_HEADLINE = 30;
const LEAST_PROSE = 60;
const HEADING = /^h[1-6]$/;

/** Finds headline and text among the blocks. */
export function articleSpan(page: WeighedBlocks, range: BlockRange | null, title: string | null): ArticleSpan {
  const { weights } = page;
  const [from, to] = range ? [range.from, range.to] : [0, page.blocks.length];
  const isProse = (index: number) => (weights[index] ?? 0) >= LEAST_PROSE;
  let first = from;
  while (first < to && !isProse(first)) first += 1;
  let last = to;
  while (last > first && !isProse(last - 1)) last -= 1;
  const headline = title === null ? null : headlineBlock(page, title, first < to ? first : page.blocks.length - 1);
  if (headline === null) return spanAbove(first, ABOVE_TEXT, { headline, prose: first, end: last });
  let prose = headline + 1;
  while (prose < first && prose < headline + BELOW_HEADLINE && !isProse(prose)) prose += 1;
  return spanAbove(headline, ABOVE_HEADLINE, { headline, prose, end: last });
}

const spanAbove = (at: number, above: number, rest: Omit<ArticleSpan, 'head' | 'far'>): ArticleSpan => ({
  ...rest,
  head: Math.max(0, at - above),
  far: Math.max(0, at - above - FAR),
});

/** The last block before the text that shows the title, headings and exact wording first; else the first one behind. */
function headlineBlock({ blocks }: WeighedBlocks, title: string, text: number): number | null {
  const folded = foldLine(title);
  let best: number | null = null;
  let rank = 0;
  for (const [index, block] of blocks.entries()) {
    const own = rankOf(block, folded);
    if (own === 0) continue;
    if (index > text && best !== null) break;
    if (own >= rank) [best, rank] = [index, own];
  }
  return best;
}

/** How surely a block shows the title: 3 a heading that is it, 2 one that holds it, 1 any line that is it, 0 none. */
function rankOf({ text, tag }: TextBlock, title: string): number {
  if (title === '' || text.length > title.length * 4 + 200) return 0;
  const lines = text.split('\n').map(foldLine);
  if (lines.includes(title)) return HEADING.test(tag) ? 3 : 1;
  return HEADING.test(tag) && lines.some((line) => isHeadline(line, title)) ? 2 : 0;
}
