import { getDomain } from 'tldts';
import { cleanQuery } from './clean-query.js';
import { desktopHost } from './equivalent-hosts.js';
import { ampCacheTarget, pathWithoutAmp } from './unwrap-amp.js';
import { redirectTarget } from './unwrap-redirect.js';

/** What else is known about the URL. */
export interface CanonicalUrlOptions {
  /** Resolves a relative URL. */
  base?: string;
  /** What the page at the URL names as its canonical address; believed only within the same registrable domain. */
  canonicalLink?: string | null;
}

/** A text that is no absolute http or https URL, or one too long to be an article's. */
export class InvalidUrlError extends Error {
  readonly code = 'invalid-url';
  constructor(readonly url: string) {
    super(
      `"${url.slice(0, 200)}" is not a web address; give an absolute http:// or https:// URL of at most ${LONGEST} characters.`,
    );
    this.name = 'InvalidUrlError';
  }
}

/** No article has a longer address; the bound keeps the work per URL small. */
const LONGEST = 8192;
/** Wrapped links in wrapped links: more than this is a loop. */
const MOST_UNWRAPPINGS = 5;

/**
 * The one spelling of a URL under which an article is known. Idempotent.
 *
 * Unwraps redirect services and AMP caches, removes credentials, default ports, tracking parameters, AMP marks and
 * fragments that do not route (`#!`, `#/` stay), turns known mobile hosts into desktop hosts, writes international
 * hosts in punycode. Other parameters stay, in their order.
 *
 * @throws InvalidUrlError when it is no http(s) URL
 * @example canonicalUrl('HTTPS://Example.com:443/a?utm_source=x&id=1#top') // 'https://example.com/a?id=1'
 */
export function canonicalUrl(url: string, options: CanonicalUrlOptions = {}): string {
  const own = canonicalForm(parseWebUrl(url, options.base));
  const declared = options.canonicalLink?.trim();
  if (!declared) return own;
  try {
    const linked = canonicalForm(parseWebUrl(declared, options.base ?? url));
    return isBelievable(own, linked) ? linked : own;
  } catch (error) {
    if (error instanceof InvalidUrlError) return own;
    throw error;
  }
}

function parseWebUrl(text: string, base?: string): URL {
  if (text.length > LONGEST) throw new InvalidUrlError(text);
  const parsed = URL.canParse(text, base) ? new URL(text, base) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') throw new InvalidUrlError(text);
  return parsed;
}

/** A canonical link to another site is syndication or an attack; one to the home page is a template's mistake. */
function isBelievable(own: string, linked: string): boolean {
  const [from, to] = [new URL(own), new URL(linked)];
  if (to.pathname === '/' && to.search === '' && (from.pathname !== '/' || from.search !== '')) return false;
  const domain = getDomain(own, { allowPrivateDomains: true });
  return (
    from.hostname === to.hostname || (domain !== null && domain === getDomain(linked, { allowPrivateDomains: true }))
  );
}

function canonicalForm(start: URL): string {
  let url = start;
  for (let step = 0; step < MOST_UNWRAPPINGS; step++) {
    const target = redirectTarget(url) ?? ampCacheTarget(url);
    if (!target || !URL.canParse(target)) break;
    url = new URL(target);
  }
  url.username = '';
  url.password = '';
  url.hostname = desktopHost(url.hostname.replace(/\.$/, ''));
  shortVideoToWatchPage(url);
  url.pathname = settled(url.pathname, (path) => pathWithoutAmp(unreservedDecoded(path)));
  const query = cleanQuery(url.search.slice(1), url.hostname);
  const fragment = /^#[!/]/.test(url.hash) ? url.hash : '';
  url.search = '';
  url.hash = '';
  return url.href + (query ? `?${query}` : '') + fragment;
}

function shortVideoToWatchPage(url: URL): void {
  const id = url.hostname === 'youtu.be' && /^\/([\w-]{6,20})$/.exec(url.pathname)?.[1];
  if (!id) return;
  url.hostname = 'www.youtube.com';
  url.pathname = '/watch';
  url.search = `?v=${id}${url.search ? `&${url.search.slice(1)}` : ''}`;
}

/** Letters, digits, `-._~` are the same escaped or not (RFC 3986 §6.2.2.2); other escapes get capital digits. */
function unreservedDecoded(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[\w~-]/.test(character) ? character : escape.toUpperCase();
  });
}

/** Applies a rewriting until nothing changes, so that applying the whole again changes nothing either. */
function settled(text: string, rewrite: (text: string) => string): string {
  let current = text;
  for (let next = rewrite(current); next !== current; next = rewrite(current)) current = next;
  return current;
}
