import { htmlText } from '../feeds/html-text.js';

/** Text of a piece of HTML (or of plain text): one line per paragraph, no blank ones. */
export function plainText(html: string): string {
  return htmlText(html)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
