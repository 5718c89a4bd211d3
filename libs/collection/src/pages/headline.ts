import { decodeHTML } from 'entities';
import { headingText } from './heading-text.js';
import { articleObjects, textOf } from './json-ld.js';
import { lineOf, type PageDocument, type PageElement } from './page-dom.js';
import { metaContent, type PageFacts } from './page-facts.js';

/** What separates a headline from the site's name in a page's title. */
const SEPARATOR =
  /\s+[|·•»«›–—:/-]+\s+|\s*[|｜]\s*|\s*_+\s*|\s*-{2,}\s*|(?<=\p{Script=Han})\s?[-–—]\s?(?=\p{Script=Han})/u;
const LONGEST = 400;
const FURNITURE =
  /(?:^|[\s_-])(?:logo|site-?title|sitename|brand|banner|masthead|sidebar|widget|footer|cookie|modal|popup|comment)/i;

/**
 * The article's headline: the heading that the page's own title confirms, else what its metadata say, without the
 * site's name.
 */
export function headline(document: PageDocument, facts: PageFacts, url: string | null = null): string | null {
  const page = lineOf(document.querySelector('title'));
  const stated = [metaContent(facts, 'og:title', 'twitter:title', 'dc.title', 'sailthru.title', 'parsely-title'), page];
  const structured = articleObjects(facts.jsonLd)
    .map((object) => textOf(object['headline']))
    .filter((text) => text !== null);
  const claims = [...stated, ...structured].filter((text) => text !== null && text !== '').map((text) => clean(text!));
  const host = hostOf(url ?? facts.links.get('canonical') ?? null);
  const headings = headingsOf(document, host);
  const sites = [...siteNames(facts), ...hostNames(host)];
  const confirmed = headings.filter(
    ({ text }) => !sites.includes(fold(text)) && claims.some((claim) => confirms(claim, text)),
  );
  const first = confirmed.filter(({ text }) => claims.some((claim) => leads(claim, text)));
  const best =
    longest(first.filter(({ level }) => level === 1)) ??
    longest(first) ??
    longest(confirmed.filter(({ level }) => level === 1)) ??
    longest(confirmed);
  if (best) return withoutKicker(best, claims);
  const og = stated[0] ? withoutSite(clean(stated[0]), sites) : null;
  const head = page === '' ? null : withoutSite(clean(page), sites);
  const claimed =
    [structured[0] ? clean(structured[0]) : null, og, head].find((text) => text !== null && text !== '') ?? null;
  const top = headings.filter(({ level }) => level === 1);
  if (claimed === null) return top[0]?.text ?? null;
  // Editors word the headline for readers and the title for search engines; both speak of the same.
  const likely = top.filter(({ text }) => !sites.includes(fold(text)) && sharedWords(text, claimed) >= 2);
  return likely.length === 1 ? likely[0]!.text : claimed;
}

interface Heading {
  text: string;
  level: number;
}

function headingsOf(document: PageDocument, host: string | null): Heading[] {
  const found: Heading[] = [];
  for (const level of [1, 2, 3]) {
    for (const element of document.getElementsByTagName(`h${level}`)) {
      const text = clean(headingText(element));
      const usable = text !== '' && text.length <= LONGEST && !isFurniture(element);
      if (usable && !leadsHome(element, host)) found.push({ text, level });
      if (found.length > 200) return found;
    }
  }
  for (const element of document.querySelectorAll('[itemprop="headline"]')) {
    const text = clean(headingText(element) || (element.getAttribute('content') ?? ''));
    if (text !== '' && text.length <= LONGEST) found.push({ text, level: 1 });
  }
  return found;
}

const isFurniture = (element: PageElement): boolean =>
  FURNITURE.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`);

/** A heading that is a link to the site's start: the site's name. */
function leadsHome(element: PageElement, host: string | null): boolean {
  const href = element.querySelector('a')?.getAttribute('href')?.trim() ?? '';
  if (href === '/' || href === './') return true;
  if (host === null || !URL.canParse(href)) return false;
  const { hostname, pathname, search } = new URL(href);
  return hostname.replace(/^www\./, '') === host && pathname === '/' && search === '';
}

const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;

/** The host as a name: `bay-herald.example` is called "bayherald.example" and "bayherald". */
const hostNames = (host: string | null): string[] =>
  host === null ? [] : [fold(host), fold(host.slice(0, host.lastIndexOf('.')))].filter((name) => name.length > 3);

/** A claim begins with the heading, so that what follows is the site's. */
const leads = (claim: string, heading: string): boolean => fold(claim).startsWith(fold(heading));

/** A heading that runs a kicker and the headline together, where a claim knows the headline alone. */
function withoutKicker(heading: string, claims: readonly string[]): string {
  const text = fold(heading);
  const alone = claims.find((claim) => {
    const other = fold(claim);
    return other.length < text.length && other.length > text.length * 0.6 && text.endsWith(other);
  });
  return alone ?? heading;
}

/** Words of some length, or pairs of Han characters, that both texts hold. */
function sharedWords(a: string, b: string): number {
  const wordsOf = (text: string) =>
    new Set(text.toLowerCase().match(/\p{Script=Han}{2}|(?!\p{Script=Han})\p{L}{4,}|\d{3,}/gu) ?? []);
  const other = wordsOf(b);
  return [...wordsOf(a)].filter((word) => other.has(word)).length;
}

/** A claim confirms a heading that it is, or that one of its parts is. */
function confirms(claim: string, heading: string): boolean {
  const [whole, text] = [fold(claim), fold(heading)];
  if (text.length < 2) return false;
  if (whole === text) return true;
  if (partsOf(claim).some((part) => fold(part) === text))
    return partsOf(claim).findIndex((p) => fold(p) === text) === 0 || text.length * 3 > whole.length;
  return text.length > 15 && (whole.startsWith(text) || whole.endsWith(text) || text.startsWith(whole));
}

const longest = (headings: Heading[]): string | null =>
  headings.reduce<string | null>((best, { text }) => (best === null || text.length > best.length ? text : best), null);

/** Names under which the page's site may stand behind its titles. */
function siteNames(facts: PageFacts): string[] {
  return [metaContent(facts, 'og:site_name', 'application-name', 'twitter:site', 'publisher')]
    .filter((name) => name !== null)
    .map(fold);
}

/** Drops the site's name at either end of a title: a known one, else the last part when the first is a headline. */
function withoutSite(title: string, sites: string[]): string {
  const parts = partsOf(title);
  if (parts.length < 2) return title;
  const isSite = (part: string | undefined) => part !== undefined && sites.includes(fold(part));
  const separators = [...title.matchAll(new RegExp(SEPARATOR, 'gu'))];
  if (isSite(parts[0]) && !isSite(parts.at(-1))) {
    const first = separators[0]!;
    return title.slice(first.index + first[0].length).trim();
  }
  const weight = (part: string) => (part.match(/\p{Script=Han}/gu)?.length ?? 0) * 2 + part.split(/\s+/).length;
  const isHan = /\p{Script=Han}/u.test(title);
  const first = separators[0]!;
  const last = separators.at(-1)!;
  // Chinese portals append section and portal, one after the other.
  if (isHan && /[_|｜]/.test(last[0])) {
    const cut =
      separators.find(({ 0: mark, index }) => /[_|｜]/.test(mark) && weight(title.slice(0, index)) >= 12) ?? last;
    return title.slice(0, cut.index).trim();
  }
  const head = title.slice(0, last.index).trim();
  const tail = title.slice(last.index + last[0].length).trim();
  if (/[:：]/.test(last[0]) && !isSite(tail)) return title;
  if (weight(head) >= weight(tail)) return head;
  const rest = title.slice(first.index + first[0].length).trim();
  return weight(rest) > weight(title.slice(0, first.index)) * 2 && !isSite(tail) ? rest : head;
}

const partsOf = (title: string): string[] => title.split(SEPARATOR).filter((part) => part.trim() !== '');

const clean = (text: string): string =>
  decodeHTML(text)
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/[\s\u00a0\u00ad\u200b]+/g, ' ')
    .trim();

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
