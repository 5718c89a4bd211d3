/**
 * Spellings under which a feed may have announced an address: with and without `www.`, a slash at the end, and the
 * other scheme. The given ones first; no more than needed for one look into an index.
 */
export function addressVariants(...addresses: readonly string[]): string[] {
  const variants = new Set(addresses);
  for (const address of addresses) {
    if (!URL.canParse(address)) continue;
    for (const host of hosts(address))
      for (const path of paths(host))
        for (const scheme of ['https:', 'http:']) variants.add(path.replace(/^https?:/, scheme));
  }
  return [...variants];
}

function hosts(address: string): string[] {
  const url = new URL(address);
  const bare = url.hostname.replace(/^www\./, '');
  return [bare, `www.${bare}`].map((hostname) => {
    url.hostname = hostname;
    return url.href;
  });
}

function paths(address: string): string[] {
  const url = new URL(address);
  if (url.pathname === '/') return [url.href];
  const bare = url.pathname.replace(/\/$/, '');
  return [bare, `${bare}/`].map((pathname) => {
    url.pathname = pathname;
    return url.href;
  });
}
