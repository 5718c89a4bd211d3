/**
 * The page behind a copy in an AMP cache (`google.com/amp/s/…`, `….cdn.ampproject.org/c/s/…`), or null.
 * The letter before `/s/` is the kind of content, `s` says https.
 */
export function ampCacheTarget(url: URL): string | null {
  const google = /(?:^|\.)google\.[a-z.]+$/.test(url.hostname) && /^\/amp\/(s\/)?(.+)$/.exec(url.pathname);
  const cache =
    /(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com)$/.test(url.hostname) &&
    /^\/[acvwri]+\/(s\/)?(.+)$/.exec(url.pathname);
  const match = google || cache;
  if (!match || !match[2]?.includes('.')) return null;
  return `${match[1] ? 'https' : 'http'}://${match[2]}${url.search}`;
}

/** The path of the full page where the AMP form is marked in it: `/story/amp`, `/amp/story.html`, `/story.amp.html`. */
export function pathWithoutAmp(path: string): string {
  const plain = path
    .replace(/\.amp(?=\.html?$)/i, '')
    .replace(/\.amp$/i, '')
    .replace(/^\/amp(?=\/[^/]+\/)/i, '');
  const withoutTail = plain.replace(/(?<=[^/])\/amp(\/?)$/i, '$1');
  return withoutTail === '' ? '/' : withoutTail;
}
