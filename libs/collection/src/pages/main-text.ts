import { articleLines } from './article-text.js';
import { articleObjects } from './json-ld.js';
import { readingLength, type WeighedBlocks } from './main-range.js';
import type { PageDocument } from './page-dom.js';
import type { PageFacts } from './page-facts.js';
import { readabilityLines } from './readability-lines.js';
import { statedBody } from './stated-body.js';
import type { BlockRange } from './text-blocks.js';

/** A text shorter than this (in letters a reader reads) may be a page that was misunderstood. */
const SHORT = 250;

/**
 * The article's text in lines: the part of the page that holds most prose. Where little is found, Readability is asked,
 * then the copies that pages carry in their data for search engines and scripts.
 */
export function mainText(
  document: PageDocument,
  page: WeighedBlocks,
  range: BlockRange | null,
  facts: PageFacts,
  title: string | null,
): string[] {
  let best = range ? articleLines(page, range, title) : [];
  const stated = statedBody(document, articleObjects(facts.jsonLd), lengthOf(best) < SHORT);
  if (stated && lengthOf(stated) > Math.max(SHORT, lengthOf(best) * 2)) best = stated;
  if (lengthOf(best) >= SHORT) return best;
  const other = readabilityLines(document, page.blocks.length, title);
  return lengthOf(other) > lengthOf(best) * 1.5 ? other : best;
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + readingLength(line), 0);
