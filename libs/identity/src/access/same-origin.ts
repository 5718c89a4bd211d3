/**
 * Whether a state-changing request with a cookie comes from our own pages. Browsers always send `Origin` on such
 * requests; one without it (curl, old tools) carries no ambient cookie by accident and is let through by
 * `Sec-Fetch-Site` alone.
 *
 * @param host the request's Host header
 * @param publicUrl address under which users reach Timbre, when it stands behind a proxy
 */
export function isSameOrigin(
  headers: { origin?: string | undefined; host?: string | undefined; 'sec-fetch-site'?: string | undefined },
  publicUrl?: string,
): boolean {
  const site = headers['sec-fetch-site'];
  if (headers.origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  const origin = URL.canParse(headers.origin) ? new URL(headers.origin) : null;
  if (!origin) return false;
  return origin.host === headers.host || (publicUrl !== undefined && origin.origin === new URL(publicUrl).origin);
}
