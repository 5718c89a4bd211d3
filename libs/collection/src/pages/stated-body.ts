import { type JsonObject, textOf } from './json-ld.js';
import { lineOf, openPage, type PageDocument } from './page-dom.js';
import { textBlocks } from './text-blocks.js';

/** Keys under which pages that scripts draw keep their article. */
const BODY_KEY =
  /["']?(?:content|articleBody|body|html|article_content|contentHtml|rich_content|bodyHtml)["']?\s{0,3}:\s{0,3}(["'])/g;
const MARKUP = /<p[\s>]|&lt;p|\\u003[cC]p|<br|\\u003[cC]div|&#x3D;|\\x3cp/;
const MOST_SCRIPT = 2_000_000;
const LONGEST = 500_000;

/**
 * The article as the page states it in its data: the `articleBody` of its JSON-LD or, when asked, the largest piece of
 * markup in a script.
 */
export function statedBody(
  document: PageDocument,
  articles: readonly JsonObject[],
  withScripts: boolean,
): string[] | null {
  const stated = articles
    .map((object) => textOf(object['articleBody']))
    .find((text) => text !== null && text.length > 200);
  if (stated) return linesOf(stated);
  const scripted = withScripts ? largestMarkup(document) : null;
  return scripted === null ? null : linesOf(scripted);
}

/** Lines of a text that may be markup, escaped once or twice. */
function linesOf(text: string): string[] {
  let markup = text;
  for (let round = 0; round < 2 && /&(?:lt|quot|#x?\w+);/i.test(markup); round += 1) {
    markup = lineOrMarkup(markup);
  }
  if (!/<\/?[a-z]/i.test(markup))
    return markup
      .split(/\s*\n\s*/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const body = openPage(`<html><body>${markup}</body></html>`).body;
  return body ? textBlocks(body).blocks.flatMap((block) => block.text.split('\n')) : [];
}

const lineOrMarkup = (markup: string): string =>
  lineOf(openPage(`<html><body>${markup.replaceAll('<', '&lt;')}</body></html>`).body);

function largestMarkup(document: PageDocument): string | null {
  let left = MOST_SCRIPT;
  let largest = '';
  for (const script of document.getElementsByTagName('script')) {
    const source = script.textContent ?? '';
    left -= source.length;
    if (left < 0) break;
    for (const match of source.matchAll(BODY_KEY)) {
      const literal = stringLiteral(source, match.index + match[0].length, match[1]!);
      if (literal.length > largest.length && MARKUP.test(literal)) largest = literal;
    }
  }
  return largest.length > 200 ? unescaped(largest) : null;
}

/** The characters of a string literal up to its closing quote. */
function stringLiteral(source: string, from: number, quote: string): string {
  let at = from;
  while (at < source.length && at - from < LONGEST && source[at] !== quote) at += source[at] === '\\' ? 2 : 1;
  return source.slice(from, at);
}

const unescaped = (literal: string): string =>
  literal
    .replace(/\\u([0-9a-f]{4})|\\x([0-9a-f]{2})/gi, (_, wide: string | undefined, narrow: string | undefined) =>
      String.fromCharCode(parseInt(wide ?? narrow ?? '20', 16)),
    )
    .replace(/\\[nrt]/g, '\n')
    .replace(/\\(.)/g, '$1')
    .replace(/^["']|["']$/g, '');
