import { decodeHTMLStrict } from 'entities/decode';
import { Parser } from 'htmlparser2';
import { MarkupTooDeepError } from './feed-errors.js';
import { BLOCK_ELEMENTS, DROPPED_WITH_CONTENT, isHtmlElement } from './html-vocabulary.js';

const DEEPEST = 400;

/**
 * The words of an HTML fragment: block elements begin a new line, references are resolved, scripts and styles are
 * left out. References need their semicolon, so that `?a=1&copy=2` stays; so do words in angle brackets that are no HTML
 * element ("List<String>").
 *
 * @throws MarkupTooDeepError beyond 400 levels
 */
export function htmlText(html: string): string {
  if (!html.includes('<')) return tidy(decodeHTMLStrict(html));
  let text = '';
  let dropped = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, _attributes, implied) {
        if (++depth > DEEPEST) throw new MarkupTooDeepError(DEEPEST);
        if (DROPPED_WITH_CONTENT.has(name)) dropped += 1;
        if (dropped > 0) return;
        if (!isHtmlElement(name) && !implied) text += html.slice(parser.startIndex, parser.endIndex + 1);
        else if (BLOCK_ELEMENTS.has(name)) text += '\n';
      },
      onclosetag(name) {
        depth -= 1;
        if (DROPPED_WITH_CONTENT.has(name)) dropped = Math.max(0, dropped - 1);
        else if (dropped === 0 && BLOCK_ELEMENTS.has(name)) text += '\n';
      },
      ontext(data) {
        if (dropped === 0) text += decodeHTMLStrict(data);
      },
    },
    { decodeEntities: false },
  );
  parser.write(html);
  parser.end();
  return tidy(text);
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** The words of an HTML fragment on one line. */
export const htmlLine = (html: string): string => htmlText(html).replace(/\s+/g, ' ').trim();
