import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FeedError, sanitizeHtml } from '@timbre/collection/reading';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

const ACTIVE_ELEMENTS =
  /^(?:script|iframe|object|embed|base|meta|link|form|frame|frameset|applet|portal|animate|set|foreignobject|style|noscript|math|svg)$/i;
const ADDRESSES = /^(?:href|src|action|formaction|data|poster|background|cite|srcdoc|from|to|values|ping|srcset)$/i;

/** What leaks through the sanitiser, judged by another parser. */
export function checkXss(dir: string): (string | null)[] {
  const file = path.join(dir, 'xss.json');
  const payloads = JSON.parse(readFileSync(file, 'utf8')) as string[];
  return payloads.map(check);
}

function check(payload: string): string | null {
  try {
    const leak = activeParts(parseFragment(sanitizeHtml(payload)))[0];
    return leak ? `${payload.slice(0, 60)}: ${leak}` : null;
  } catch (error) {
    return error instanceof FeedError ? null : `${payload.slice(0, 60)}: untyped ${String(error)}`;
  }
}

/** Elements and attributes of a tree that could run something. */
function activeParts(node: Node): string[] {
  const own = 'tagName' in node && ACTIVE_ELEMENTS.test(node.tagName) ? [`<${node.tagName}>`] : [];
  const attributes =
    'attrs' in node ? node.attrs.filter(({ name, value }) => isActive(name, value)).map(({ name }) => name) : [];
  const inside = 'childNodes' in node ? node.childNodes.flatMap(activeParts) : [];
  return [...own, ...attributes, ...inside];
}

function isActive(name: string, value: string): boolean {
  const plain = [...value].filter((character) => character > ' ').join('');
  if (/^on|^style$|^srcdoc$/i.test(name)) return true;
  return ADDRESSES.test(name) && /^(?:javascript|vbscript|livescript|mocha|data):/i.test(plain);
}
