import { decodeDocument } from '../../encoding/decode-document.js';
import { extractPage } from '../../pages/extract-page.js';
import type { ExtractedPage } from '../../pages/extracted-page.js';
import type { ImportProblem, ImportRow } from '../import-row.js';
import { type HttpAnswer, httpAnswer } from './http-answer.js';

/** Bytes of a page after unpacking; the fetcher takes no larger ones either. */
const LARGEST_PAGE = 15 * 1024 * 1024;
/** Shorter texts are menus, notices and lists of links. */
const SHORTEST_TEXT = 250;

/** An article of an archive, a page that gave none, or null for what is no page at all. */
export type ArchivedArticle = { row: ImportRow } | { problem: ImportProblem } | null;

/**
 * Reads one archived answer. Redirects, errors, pictures and home pages are no articles and are passed over; a page that
 * should be one and gives no text is a problem that people see.
 *
 * @param crawled when the archive fetched it: stands in where the page tells no date
 */
export function archivedArticle(block: Buffer, url: string, crawled: Date): ArchivedArticle {
  const answer = httpAnswer(block, LARGEST_PAGE);
  if (answer === null || answer.status !== 200 || !isPage(answer) || isFrontPage(url)) return null;
  const { text: html } = decodeDocument(answer.body, { kind: 'html', contentType: answer.contentType });
  const page = readPage(html, url, crawled);
  if ('problem' in page) return page;
  if (page.text.length < SHORTEST_TEXT)
    return { problem: { code: 'warc.no_text', message: `${url.slice(0, 300)} holds no article text.` } };
  if (page.walled)
    return { problem: { code: 'warc.walled', message: `${url.slice(0, 300)} asks for consent or a login.` } };
  return {
    row: {
      url: page.canonicalLink ?? url,
      title: page.title?.slice(0, 5000),
      text: page.text,
      published: page.published?.toISOString(),
      lang: page.lang?.slice(0, 20),
      byline: page.byline?.slice(0, 500),
      outlet: new URL(url).hostname.replace(/^www\./, ''),
      crawled,
    },
  };
}

/** A page that is an attack or breaks the extractor costs its own record, not the import. */
function readPage(html: string, url: string, crawled: Date): ExtractedPage | { problem: ImportProblem } {
  try {
    return extractPage(html, { url, now: crawled });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: { code: 'warc.unreadable', message: `${url.slice(0, 300)} cannot be read. ${reason}` } };
  }
}

function isPage({ contentType, body }: HttpAnswer): boolean {
  if (contentType !== null) return /html/i.test(contentType);
  return /<html|<!doctype html/i.test(body.toString('latin1', 0, 2000));
}

function isFrontPage(url: string): boolean {
  const { pathname, search } = new URL(url);
  return /^\/(?:index\.\w{1,5})?$/i.test(pathname) && search === '';
}
