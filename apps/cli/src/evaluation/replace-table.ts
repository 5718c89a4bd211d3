const begin = '<!-- evaluation:begin -->';
const end = '<!-- evaluation:end -->';

/** The document lacks the two comment lines between which the table stands. */
class TableMarkerError extends Error {
  override readonly name = 'TableMarkerError';
}

/**
 * Puts a table between the evaluation markers of a Markdown document; everything else stays.
 * @throws TableMarkerError when the markers are missing.
 */
export function replaceTable(document: string, table: string): string {
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new TableMarkerError(`Put ${begin} and ${end} where the table shall stand.`);
  return `${document.slice(0, from + begin.length)}\n\n${table}\n\n${document.slice(to)}`;
}
