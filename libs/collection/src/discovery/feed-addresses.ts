/** Where software puts feeds without announcing them, most common first. */
const USUAL_PATHS = ['/feed', '/rss', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml'] as const;

/** Addresses worth a try where a page announces no feed: usual ones of its host. */
export function usualFeedAddresses(pageUrl: string): string[] {
  return USUAL_PATHS.map((path) => new URL(path, pageUrl).href);
}
