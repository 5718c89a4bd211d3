/**
 * Routes that let people and programs in by their address alone, up to the segment that is the secret. Case and doubled
 * slashes are taken as clients write them: also an address that is slightly wrong tells the secret.
 */
const beforeSecret = /^((?:\/+api\/+v1)?\/+(?:shared|alert-mutes|alert-pictures|unsubscribe|hooks\/+[^/]+)\/+)[^/]+/i;

/** A path as it may be written down: what opens a door by itself becomes `…`, the rest stays. */
export function maskedPath(path: string): string {
  return path.replace(beforeSecret, '$1…');
}
