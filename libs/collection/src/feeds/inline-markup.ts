import { escapeAttribute, escapeText } from './escape-html.js';
import { VOID_ELEMENTS } from './html-vocabulary.js';
import { resolveUrl } from './resolve-url.js';
import { XmlCdata, type XmlElement } from './xml-tree.js';

const URL_ATTRIBUTES = new Set(['href', 'src', 'cite', 'poster', 'xlink:href']);

/**
 * The content of an element as HTML, for feeds that write markup as elements instead of escaping it. References are
 * resolved against the base in force at each element.
 *
 * @param escaped whether plain character data is HTML already (`type="html"`) instead of text; CDATA always is HTML
 */
export function inlineMarkup(element: XmlElement, escaped: boolean): string {
  let html = '';
  for (const child of element.children) {
    if (typeof child === 'string') html += escaped ? child : escapeText(child);
    else if (child instanceof XmlCdata) html += child.text;
    else html += elementMarkup(child, escaped);
  }
  return html;
}

function elementMarkup(element: XmlElement, escaped: boolean): string {
  let tag = element.name;
  for (const [name, value] of element.attributes) {
    if (name.startsWith('xmlns') || name.startsWith('xml:')) continue;
    const url = URL_ATTRIBUTES.has(name) ? resolveUrl(value, element.base) : value;
    if (url !== null) tag += ` ${name}="${escapeAttribute(url)}"`;
  }
  // An unclosed <br> has swallowed what follows it.
  if (VOID_ELEMENTS.has(element.name)) return `<${tag}>${inlineMarkup(element, escaped)}`;
  return `<${tag}>${inlineMarkup(element, escaped)}</${element.name}>`;
}
