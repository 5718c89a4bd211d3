/** Letters that kicker, subtitle or section add to a headline. */
const MOST_BESIDE = 60;
/** Shorter titles are words that begin other lines too. */
const TELLING = 15;

/** Whether a folded line is the folded title, alone or with a kicker before or a subtitle behind it. */
export function isHeadline(line: string, title: string): boolean {
  if (title === '' || line.length > title.length + MOST_BESIDE) return false;
  return line === title || (title.length > TELLING && (line.startsWith(title) || line.endsWith(title)));
}
