import { Parser } from 'htmlparser2';
import { escapeAttribute, escapeText } from './escape-html.js';
import { MarkupTooDeepError } from './feed-errors.js';
import {
  DROPPED_WITH_CONTENT,
  KEPT_ATTRIBUTES,
  KEPT_ELEMENTS,
  URL_ATTRIBUTES,
  VOID_ELEMENTS,
} from './html-vocabulary.js';
import { resolveUrl } from './resolve-url.js';

const DEEPEST = 400;

/**
 * An HTML fragment reduced to plain formatting: no scripts, styles, forms, frames, plug-ins, foreign vocabularies,
 * event handlers or inline styles. Links keep http, https, mailto and tel, media http and https; all are resolved
 * against the base. Text is kept wherever it is meant to be read.
 *
 * The result is written anew from the parsed events with every text and value escaped, so nothing of the input's own
 * syntax survives into it.
 *
 * @throws MarkupTooDeepError beyond 400 levels
 */
export function sanitizeHtml(html: string, base?: string): string {
  if (!/[<&]/.test(html)) return escapeText(html);
  const output: string[] = [];
  const open: string[] = [];
  let depth = 0;
  let dropped = 0;
  // What stands inside a frame is shown by nobody but us, and is raw text to an HTML parser: tags go, words stay.
  let fallback = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw new MarkupTooDeepError(DEEPEST);
        if (DROPPED_WITH_CONTENT.has(name)) dropped += 1;
        if (name === 'iframe') fallback = true;
        if (dropped > 0 || !KEPT_ELEMENTS.has(name)) return;
        output.push(startTag(name, attributes, base));
        if (!VOID_ELEMENTS.has(name)) open.push(name);
      },
      onclosetag(name) {
        depth -= 1;
        if (name === 'iframe') fallback = false;
        if (DROPPED_WITH_CONTENT.has(name)) dropped = Math.max(0, dropped - 1);
        else if (dropped === 0 && open.at(-1) === name && KEPT_ELEMENTS.has(name)) {
          open.pop();
          output.push(`</${name}>`);
        }
      },
      ontext(text) {
        const words = fallback ? text.replace(/<[^<>]*>/g, '') : text;
        if (dropped === 0) output.push(escapeText(words.replace(/\u0000/g, '')));
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true, recognizeSelfClosing: false },
  );
  parser.write(html);
  parser.end();
  while (open.length > 0) output.push(`</${open.pop()}>`);
  return output.join('').trim();
}

function startTag(name: string, attributes: Record<string, string>, base: string | undefined): string {
  let tag = `<${name}`;
  for (const attribute of Object.keys(attributes)) {
    const value = keptValue(name, attribute, attributes[attribute]!, base);
    if (value !== null) tag += ` ${attribute}="${escapeAttribute(value)}"`;
  }
  return `${tag}>`;
}

function keptValue(element: string, attribute: string, value: string, base: string | undefined): string | null {
  if (KEPT_ATTRIBUTES.has(attribute)) return value;
  if (!URL_ATTRIBUTES.get(attribute)?.has(element)) return null;
  const url = resolveUrl(value, base);
  if (url === null) return null;
  const scheme = /^([^/?#:]*):/.exec(url)?.[1]?.toLowerCase();
  const allowed = attribute === 'href' ? /^(?:https?|mailto|tel)$/ : /^https?$/;
  return scheme === undefined || allowed.test(scheme) ? url : null;
}
