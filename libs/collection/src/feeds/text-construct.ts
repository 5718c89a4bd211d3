import { escapeText } from './escape-html.js';
import { htmlLine } from './html-text.js';
import { inlineMarkup } from './inline-markup.js';
import { sanitizeHtml } from './sanitize-html.js';
import { isElement } from './xml-query.js';
import { XmlCdata, type XmlElement } from './xml-tree.js';

/** How an element's character data is meant. */
type TextKind = 'text' | 'html' | 'xhtml' | 'base64' | 'binary';

/**
 * The content of a text-bearing element as plain text on one line, or null when there is none.
 *
 * @param untyped what an element without a `type` holds in this format
 */
export function readTitle(element: XmlElement | undefined, untyped: 'text' | 'html'): string | null {
  if (!element) return null;
  const { text, html } = readConstruct(element, untyped);
  return (text === null ? htmlLine(html) : text.replace(/\s+/g, ' ').trim()) || null;
}

/** The content of a text-bearing element as sanitised HTML, or null when there is none. */
export function readHtml(element: XmlElement | undefined, untyped: 'text' | 'html'): string | null {
  if (!element) return null;
  const { text, html } = readConstruct(element, untyped);
  return (text === null ? sanitizeHtml(html, element.base) : escapeText(text.trim())) || null;
}

/** The content as what it is meant to be: plain text, else HTML that nobody has looked at yet. */
function readConstruct(element: XmlElement, untyped: 'text' | 'html'): { text: string | null; html: string } {
  const kind = textKind(element, untyped);
  if (kind === 'binary') return { text: '', html: '' };
  if (element.children.some(isElement)) {
    return { text: null, html: inlineMarkup(element, kind === 'html' && element.attributes.has('type')) };
  }
  const data = element.children.map((child) => (child instanceof XmlCdata ? child.text : String(child))).join('');
  if (kind === 'base64') return { text: null, html: Buffer.from(data, 'base64').toString('utf8') };
  return kind === 'text' ? { text: data, html: '' } : { text: null, html: data };
}

/** `type` and Atom 0.3's `mode`; an untyped text that is full of tags is HTML whatever the format says. */
function textKind(element: XmlElement, untyped: 'text' | 'html'): TextKind {
  const type = (element.attributes.get('type') ?? '').trim().toLowerCase();
  const mode = (element.attributes.get('mode') ?? '').trim().toLowerCase();
  if (mode === 'base64' || type === 'application/octet-stream') return 'base64';
  if (/^(?:image|audio|video|application\/(?:pdf|zip|x-shockwave-flash))/.test(type)) return 'binary';
  if (/^(?:text|plain|text\/plain)$/.test(type)) return 'text';
  if (type === 'xhtml' || /[/+]x?(?:ht)?ml$/.test(type)) return type === 'text/html' ? 'html' : 'xhtml';
  if (type !== '') return 'html';
  return untyped === 'html' || looksLikeHtml(element) ? 'html' : 'text';
}

/** Characters that are enough to see whether a text is markup. */
const GLANCE = 10_000;
const TAGS = /<\/(?:p|div|a|b|i|em|strong|ul|li|span|h\d|blockquote|table)>|<(?:br|p|img\s[^<>]{1,500}|hr)\s?\/?>/i;

function looksLikeHtml(element: XmlElement): boolean {
  return element.children.some((child) => {
    const text = child instanceof XmlCdata ? child.text : child;
    return typeof text === 'string' && TAGS.test(text.slice(0, GLANCE));
  });
}
