/** Longer pages are read without their scripts and styles, and then only this far. */
const LONG = 1_500_000;
const LONGEST = 3_000_000;

/** Drops what no text comes from when a page is large. Linear: searches go forward only. */
export function reducedMarkup(html: string): string {
  if (html.length <= LONG) return html;
  let reduced = html.replace(/(["'(])data:[a-z/+;=-]{0,60}base64,[A-Za-z0-9+/=]{100,}/gi, '$1');
  for (const tag of ['style', 'svg', 'script']) {
    if (reduced.length > LONG) reduced = withoutElement(reduced, tag);
  }
  return reduced.slice(0, LONGEST);
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
