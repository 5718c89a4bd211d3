import { withinBounds } from './markup-bounds.js';

/** Longer pages are read without their scripts and styles, and then only this far. */
const LONG = 1_000_000;
const LONGEST = 1_000_000;

/** Drops what no text comes from when a page is large. Linear: searches go forward only. */
export function reducedMarkup(html: string): string {
  // Runs of opening brackets are no markup, and take tree builders quadratic time.
  const tame = html.includes('<<<<') ? html.replace(/<{2,10000}/g, '<') : html;
  if (tame.length <= LONG) return withinBounds(tame);
  let reduced = tame.replace(/[A-Za-z0-9+/=]{1000,50000}/g, '');
  for (const tag of ['style', 'svg', 'script']) {
    if (reduced.length > LONG) reduced = withoutElement(reduced, tag);
  }
  return withinBounds(reduced.slice(0, LONGEST));
}

/** Removes `<tag …>…</tag>`, scripts with structured data excepted. */
function withoutElement(html: string, tag: string): string {
  const lower = html.toLowerCase();
  const kept: string[] = [];
  let at = 0;
  while (true) {
    const open = lower.indexOf(`<${tag}`, at);
    const close = open < 0 ? -1 : lower.indexOf(`</${tag}`, open);
    if (close < 0) break;
    const structured = tag === 'script' && lower.slice(open, open + 120).includes('ld+json');
    kept.push(html.slice(at, structured ? close : open));
    at = close;
  }
  kept.push(html.slice(at));
  return kept.join('');
}
