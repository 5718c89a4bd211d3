/** A document cut into its internal DTD subset and everything after the prolog. */
export interface SplitProlog {
  internalSubset: string;
  body: string;
}

/**
 * Cuts off what stands before the root element: byte order mark, XML declaration, document type declaration. Only the
 * declaration's internal subset is kept, as text. A declaration that never ends is left where it is.
 */
export function splitProlog(text: string): SplitProlog {
  const firstElement = text.search(/<[a-z_]/i);
  const start = (firstElement < 0 ? text : text.slice(0, firstElement)).search(/<!doctype/i);
  if (start < 0) return { internalSubset: '', body: text };
  const end = endOfDoctype(text, start);
  if (end === null) return { internalSubset: '', body: text };
  return { internalSubset: text.slice(end.open, end.close), body: text.slice(0, start) + text.slice(end.after) };
}

/** Walks over quotes and brackets once. */
function endOfDoctype(text: string, start: number): { open: number; close: number; after: number } | null {
  const mark = /["'[\]>]|<!--/g;
  let open = -1;
  mark.lastIndex = start;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const found = match[0];
    if (found === '"' || found === "'" || found === '<!--') {
      const closing = found === '<!--' ? '-->' : found;
      const end = text.indexOf(closing, mark.lastIndex);
      if (end < 0) return null;
      mark.lastIndex = end + closing.length;
    } else if (found === '[' && open < 0) open = match.index + 1;
    else if (found === ']') {
      const after = text.indexOf('>', match.index);
      return after < 0 ? null : { open: Math.max(open, start), close: match.index, after: after + 1 };
    } else if (found === '>' && open < 0) return { open: start, close: start, after: match.index + 1 };
  }
  return null;
}
