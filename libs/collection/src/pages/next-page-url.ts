/** What numbers the pages of one article in a path: `_2`, `-2`, `/2`, `/page/2`, `/seite-2`. */
const IN_PATH = /(?:[_-](?:p(?:age)?|seite|pg)?[_-]?(\d{1,3})|\/(?:(?:page|seite|pagina|p)[/-]?)?(\d{1,3}))$/i;
const EXTENSION = /\.(?:s?html?|php|aspx?|jsp|do)$/i;
const IN_QUERY = new Set([
  'page',
  'p',
  'pg',
  'pagenum',
  'pagenumber',
  'pageno',
  'page_no',
  'seite',
  'start_page',
  'artpage',
]);
const FIRST = 1;

/**
 * Whether an address is the next page of the article at another: same host, same path, and a page number that follows.
 * Links called "next" lead to the next article as often as to the next page.
 *
 * @example isNextPage('https://a.example/news/ferry.html', 'https://a.example/news/ferry_2.html') // true
 */
export function isNextPage(here: string, there: string): boolean {
  if (!URL.canParse(here) || !URL.canParse(there)) return false;
  const [from, to] = [new URL(here), new URL(there)];
  if (from.host !== to.host || !/^https?:$/.test(to.protocol)) return false;
  const [a, b] = [numbered(from), numbered(to)];
  // A site's start is a list.
  if (a.stem === '') return false;
  // The second page is number 1 where counting begins with nothing.
  const follows = b.number === (a.number ?? FIRST) + 1 || (a.number === null && b.number === FIRST);
  return b.number !== null && follows && (a.stem === b.stem || numberless(from) === b.stem) && a.rest === b.rest;
}

/** An address as the article's path, the page's number, and the rest of the query. */
function numbered(url: URL): { stem: string; number: number | null; rest: string } {
  const query = new URLSearchParams(url.search);
  let number: number | null = null;
  for (const [name, value] of url.searchParams) {
    if (!IN_QUERY.has(name.toLowerCase()) || !/^\d{1,3}$/.test(value)) continue;
    number = Number(value);
    query.delete(name);
  }
  query.sort();
  const path = numberless(url);
  if (number !== null) return { stem: path, number, rest: query.toString() };
  const match = IN_PATH.exec(path);
  if (!match) return { stem: path, number: null, rest: query.toString() };
  return { stem: path.slice(0, match.index), number: Number(match[1] ?? match[2]), rest: query.toString() };
}

/** The path as it is, without extension and closing slash: a number at its end may belong to the article. */
const numberless = (url: URL): string => url.pathname.replace(EXTENSION, '').replace(/\/$/, '');
