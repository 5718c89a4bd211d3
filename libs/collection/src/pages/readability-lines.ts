import { Readability } from '@mozilla/readability';
import { articleLines } from './article-text.js';
import { mainRange, weighBlocks } from './main-range.js';
import { openPage, type PageDocument } from './page-dom.js';
import { textBlocks } from './text-blocks.js';

/** Readability goes over the page several times; larger ones would take seconds. */
const MOST_BLOCKS = 5000;
const MOST_ELEMENTS = 10_000;

/** What Readability takes for the article, cleaned as our own findings are. Takes the document apart. */
export function readabilityLines(document: PageDocument, blocks: number, title: string | null): string[] {
  if (blocks === 0 || blocks > MOST_BLOCKS) return [];
  const found = readArticle(document);
  if (!found) return [];
  const body = openPage(`<html><body>${found}</body></html>`).body;
  if (!body) return [];
  const page = weighBlocks(textBlocks(body));
  const range = mainRange(page);
  return range ? articleLines(page, range, title) : [];
}

/** Readability throws on pages with too many elements, and on some that are no pages. */
function readArticle(document: PageDocument): string | null {
  try {
    const reader = new Readability(document as unknown as ConstructorParameters<typeof Readability>[0], {
      charThreshold: 100,
      maxElemsToParse: MOST_ELEMENTS,
    });
    return reader.parse()?.content ?? null;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
