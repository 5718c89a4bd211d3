import { ELEMENT, lineOf, type PageElement, type PageNode, TEXT } from './page-dom.js';

/** Names of what templates put into a heading above, below and beside the headline. */
const BESIDE =
  /(?:^|[\s_-])(?:kicker|overline|topline|roofline|dachzeile|spitzmarke|rubrik|ressort|eyebrow|pretitle|supertitle|surtitle|toptitle|overtitle|untertitel|subtitle|subline|subhead|subheadline|subheading|date|datum|time|meta|category|badge|flag|label|screen-reader-text|sr-only|visually-hidden|invisible|hidden)(?:$|[\s_-])|(?:kicker|dachzeile|topline|overline|subline|subtitle)$/i;
const SMALL = new Set(['small', 'time', 'button', 'svg', 'style', 'script']);
/** Parts of a line that are set apart from what surrounds them. */
const APART = new Set(['div', 'p', 'br', 'ul', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'section']);
/** What is left of a heading must still be a headline. */
const SHORTEST = 12;

/** The headline in a heading, without kicker, subtitle and date; the whole heading where nothing else is left. */
export function headingText(heading: PageElement): string {
  const pieces: string[] = [];
  collect(heading, pieces);
  // What is left may begin with the mark that set the kicker apart.
  const text = pieces
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:|/–—-]+/, '')
    .trim();
  return text.length >= SHORTEST ? text : lineOf(heading);
}

function collect(node: PageNode, pieces: string[]): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === TEXT) pieces.push(child.textContent ?? '');
    else if (child.nodeType === ELEMENT) collectElement(child as PageElement, pieces);
  }
}

function collectElement(element: PageElement, pieces: string[]): void {
  const name = element.localName;
  if (SMALL.has(name) || BESIDE.test(element.getAttribute('class') ?? '')) {
    pieces.push(' ');
    return;
  }
  if (APART.has(name)) pieces.push(' ');
  collect(element, pieces);
  if (APART.has(name)) pieces.push(' ');
}
