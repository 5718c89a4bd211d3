/** A directive of robots.txt with its value, or null for a comment, a blank or a line that means nothing. */
export interface RobotsLine {
  directive: 'user-agent' | 'allow' | 'disallow' | 'crawl-delay' | 'sitemap';
  value: string;
}

/** Longer lines are cut (Google's limit: eight times the longest URL of Internet Explorer). */
const LONGEST_LINE = 2083 * 8;

/** Spellings that are read as a directive, misspellings included, as the large crawlers do. */
const DIRECTIVES: [spelling: RegExp, directive: RobotsLine['directive']][] = [
  [/^user[\s-]?agent$/, 'user-agent'],
  [/^allow$/, 'allow'],
  [/^d(?:isallow|issallow|issalow|isalow|iasllow|isallaw)$/, 'disallow'],
  [/^crawl[\s-]?delay$/, 'crawl-delay'],
  [/^site-?map$/, 'sitemap'],
];

/** Reads one line of robots.txt (RFC 9309 §2.2); a colon may be missing when exactly two words stand there. */
export function readRobotsLine(line: string): RobotsLine | null {
  const text = line.slice(0, LONGEST_LINE).split('#', 1)[0]!.trim();
  const colon = text.indexOf(':');
  const [name, value] = colon >= 0 ? [text.slice(0, colon), text.slice(colon + 1)] : twoWords(text);
  const spelled = name.trim().toLowerCase();
  const directive = DIRECTIVES.find(([spelling]) => spelling.test(spelled))?.[1];
  return directive ? { directive, value: value.trim() } : null;
}

function twoWords(text: string): [string, string] {
  const words = text.split(/\s+/);
  return words.length === 2 ? [words[0]!, words[1]!] : ['', ''];
}
