import { getDomain } from 'tldts';

/** What an outlet's name is recognised by, whatever its case, width and spacing. */
export const outletKey = (outlet: string): string =>
  outlet.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

/** As `outletKey`; with the registrable domain, too, where the name is that of a host. Archives name outlets by hosts. */
export function outletKeys(outlet: string): string[] {
  const key = outletKey(outlet);
  const domain = outletDomain(key);
  return domain === null || domain === key ? [key] : [key, domain];
}

/** Registrable domain of an address or host; a blog on a shared host has one of its own. */
const outletDomain = (address: string): string | null => getDomain(address, { allowPrivateDomains: true });

/**
 * Keys that an outlet is kept out by: its name, and the domains of its sources that no other outlet shares.
 *
 * @param sources all there are, of any outlet
 */
export function takedownKeys(outlet: string, sources: readonly { outlet: string; url: string | null }[]): string[] {
  const key = outletKey(outlet);
  const own = new Set<string>();
  const shared = new Set<string>();
  for (const source of sources) {
    const domain = source.url === null ? null : outletDomain(source.url);
    if (domain !== null) (outletKey(source.outlet) === key ? own : shared).add(domain);
  }
  return [...new Set([...outletKeys(outlet), ...[...own].filter((domain) => !shared.has(domain))])];
}
