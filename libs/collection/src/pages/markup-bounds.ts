/** Deeper nesting and more tags than any page for readers has; tree builders need quadratic time for them. */
const DEEPEST = 400;
const MOST_TAGS = 30_000;
const TAG = /<(\/?)([a-z][a-z0-9:-]{0,30})|<!--/gi;
/** Tags that hold nothing, close themselves as drawings do, or that the next of their kind closes. */
const NOT_NESTING = new Set(
  `area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th tbody thead tfoot
  colgroup path rect circle ellipse line polyline polygon use stop image animate feblend fecolormatrix feoffset`.split(
    /\s+/,
  ),
);
/** What stands in these is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'iframe', 'xmp']);

/** The page up to where it becomes too deep or too long. One pass, forward only. */
export function withinBounds(html: string): string {
  let depth = 0;
  let tags = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) {
      const end = html.indexOf('-->', match.index);
      if (end < 0) return html.slice(0, match.index);
      TAG.lastIndex = end;
      continue;
    }
    tags += 1;
    if (tags > MOST_TAGS) return html.slice(0, match.index);
    if (NOT_NESTING.has(name)) continue;
    const closing = match[1] === '/';
    depth = closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return html.slice(0, match.index);
    if (closing || !RAW.has(name)) continue;
    const end = indexOfEnd(html, name, TAG.lastIndex);
    if (end < 0) return html;
    TAG.lastIndex = end;
  }
  return html;
}

/** Where a raw element ends; its end tag is searched in both spellings that occur. */
function indexOfEnd(html: string, name: string, from: number): number {
  const lower = html.indexOf(`</${name}`, from);
  return lower >= 0 ? lower : html.indexOf(`</${name.toUpperCase()}`, from);
}
