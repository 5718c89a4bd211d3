/** One request on the way. */
export interface Hop {
  url: URL;
  method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  body: string | Uint8Array | undefined;
  headers: Record<string, string>;
}

/**
 * All that another origin gets to see. Any other header may be a credential (`x-api-key`, `private-token`), and
 * validators (`if-none-match`) belong to the resource they came from.
 */
const harmlessHeaders = new Set(['user-agent', 'accept', 'accept-language', 'accept-encoding', 'content-type']);
const bodyHeaders = new Set(['content-type', 'content-length', 'content-encoding']);

export interface NextHop {
  location: string;
  permanent: boolean;
  method: Hop['method'];
  body: Hop['body'];
  headers: Record<string, string>;
}

/**
 * What a redirect asks for (RFC 9110 §15.4): 303 turns everything into GET, so do 301 and 302 with POST as all
 * browsers do; 307 and 308 keep method and body. Null when the answer is no redirect.
 */
export function nextHop(hop: Hop, status: number, location: string | string[] | undefined): NextHop | null {
  if (![301, 302, 303, 307, 308].includes(status)) return null;
  const target = Array.isArray(location) ? location[0] : location;
  if (target === undefined || target === '') return null;
  const resolved = URL.canParse(target, hop.url.href) ? new URL(target, hop.url.href) : null;
  const toGet = (status === 303 && hop.method !== 'HEAD') || (status < 303 && hop.method === 'POST');
  const otherOrigin = resolved?.origin !== hop.url.origin;
  const bodiless = toGet || (otherOrigin && hop.body === undefined);
  const kept = Object.entries(hop.headers).filter(
    ([name]) => (!otherOrigin || harmlessHeaders.has(name)) && !(bodiless && bodyHeaders.has(name)),
  );
  return {
    location: resolved?.href ?? target,
    permanent: status === 301 || status === 308,
    method: toGet ? 'GET' : hop.method,
    body: toGet ? undefined : hop.body,
    headers: Object.fromEntries(kept),
  };
}
