import { getDomain } from 'tldts';

/** What tells that two sources speak with one voice. */
export interface FamilyFacts {
  id: string;
  outlet: string;
  /** Address of a feed or page; null for sources that receive. */
  url: string | null;
  /** House that somebody named for the outlet. */
  family: string | null;
}

/** Hosts that carry feeds of publishers who have nothing else to do with each other. */
const SHARED_HOSTS: ReadonlySet<string> = new Set([
  'feedburner.com',
  'feedblitz.com',
  'feedx.net',
  'feeddd.org',
  'google.com',
  'medium.com',
  'reddit.com',
  'rss.app',
  'rsshub.app',
  'weibo.com',
  'youtube.com',
]);

/**
 * The house that each source belongs to, by id: those of one outlet, of one registrable domain, or of one named house
 * are one family, and so are those that such links join. A named house goes before the domain, so that unrelated
 * outlets under one domain can be told apart. The name is the house's, else the first outlet's.
 */
export function publisherFamilies(sources: readonly FamilyFacts[]): Map<string, string> {
  const parents = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let next = parents.get(at); next !== undefined && next !== at; next = parents.get(at)) at = next;
    return at;
  };
  const join = (a: string, b: string): void => {
    const [one, other] = [root(a), root(b)].sort();
    if (one !== undefined && other !== undefined && one !== other) parents.set(other, one);
  };
  for (const source of sources) for (const key of linksOf(source)) join(outletKey(source), key);
  const [houses, outlets] = [new Map<string, string>(), new Map<string, string>()];
  for (const source of [...sources].sort((a, b) => (a.outlet < b.outlet ? -1 : 1))) {
    const group = root(outletKey(source));
    if (source.family !== null && !houses.has(group)) houses.set(group, source.family.trim());
    if (!outlets.has(group)) outlets.set(group, source.outlet.trim());
  }
  return new Map(
    sources.map((source) => {
      const group = root(outletKey(source));
      return [source.id, houses.get(group) ?? outlets.get(group) ?? source.outlet];
    }),
  );
}

const outletKey = ({ outlet }: FamilyFacts): string => `outlet ${outlet.trim().toLowerCase()}`;

function linksOf({ url, outlet, family }: FamilyFacts): string[] {
  if (family !== null) return [`family ${family.trim().toLowerCase()}`];
  // Publishers that an aggregator found are named by their host.
  const domain = getDomain(url ?? outlet, { allowPrivateDomains: true });
  return domain === null || SHARED_HOSTS.has(domain) ? [] : [`domain ${domain}`];
}
