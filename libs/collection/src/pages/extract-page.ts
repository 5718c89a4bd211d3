import { articleSpan } from './article-span.js';
import { byline } from './byline.js';
import { dateReading } from './date-reading.js';
import type { ExtractedPage, ExtractPageOptions } from './extracted-page.js';
import { headline } from './headline.js';
import { articleObjects, textOf } from './json-ld.js';
import { mainRange, weighBlocks } from './main-range.js';
import { mainText } from './main-text.js';
import { openPage } from './page-dom.js';
import { metaContent, pageFacts } from './page-facts.js';
import { pageLanguage } from './page-language.js';
import { canonicalLinkOf, pageLinks } from './page-links.js';
import { isPaywalled, isWalled } from './page-walls.js';
import { publicationDates } from './publication-dates.js';
import { reducedMarkup } from './reduced-markup.js';
import { shownDates } from './shown-dates.js';
import { statedDates } from './stated-dates.js';
import { textBlocks } from './text-blocks.js';
import { urlDate } from './url-date.js';

/**
 * Reduces an HTML page to its article. Every input gives a result: a page without an article an empty text, one beyond
 * all measure what its beginning holds.
 *
 * @param html decoded text of the page
 * @example extractPage('<h1>Rain</h1><p>It rained all day …</p>').text // 'It rained all day …'
 */
export function extractPage(html: string, { url = null, now }: ExtractPageOptions = {}): ExtractedPage {
  const document = openPage(reducedMarkup(html));
  const facts = pageFacts(document);
  const canonicalLink = canonicalLinkOf(facts, url);
  const title = headline(document, facts, url);
  // The whole document is walked: a page may have several bodies, or none.
  const blocks = weighBlocks(textBlocks(document));
  const range = mainRange(blocks);
  const reading = dateReading(document, facts, url ?? canonicalLink, now);
  const span = articleSpan(blocks, range, title);
  const dates = publicationDates(
    statedDates(document, facts, reading),
    shownDates(blocks, span, reading),
    urlDate(url ?? canonicalLink, now),
  );
  const links = pageLinks(document, facts, url);
  const site = siteName(facts);
  // The last step: it takes the document apart.
  const lines = mainText(document, blocks, range, facts, title);
  const author = byline(document, facts, lines);
  const text = lines.join('\n');
  return {
    url,
    canonicalLink,
    title,
    byline: author === site ? null : author,
    site,
    published: dates.published?.instant ?? null,
    publishedOffset: dates.published?.offset ?? null,
    modified: dates.modified?.instant ?? null,
    lang: pageLanguage(document, facts, text),
    text,
    paywalled: isPaywalled(facts, blocks, span),
    walled: isWalled(title, text, blocks),
    ...links,
  };
}

function siteName(facts: ReturnType<typeof pageFacts>): string | null {
  const publishers = articleObjects(facts.jsonLd).map((object) => textOf(object['publisher']));
  return (
    metaContent(facts, 'og:site_name') ??
    publishers.find((name) => name !== null) ??
    metaContent(facts, 'application-name')
  );
}
