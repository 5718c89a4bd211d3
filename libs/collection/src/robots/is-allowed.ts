import { comparablePath, matchesPath } from './path-pattern.js';
import type { Robots, RobotsGroup, RobotsRule } from './parse-robots.js';

/**
 * Whether robots.txt lets a user agent fetch a URL: the longest matching rule of its group decides, allow wins a
 * tie (RFC 9309 §2.2.2). The groups that name the agent count together; without one, those of `*` do.
 *
 * @param userAgent product token (`TimbreBot`) or a whole header value (`TimbreBot/1.0 (+https://…)`)
 * @param url absolute URL or path
 */
export function isAllowed(robots: Robots, userAgent: string, url: string): boolean {
  const path = comparablePath(pathOf(url));
  if (path === '/robots.txt') return true;
  let best: { length: number; allow: boolean } = { length: 0, allow: true };
  for (const { pattern, allow } of groupsFor(robots, userAgent).flatMap(({ rules }) => withIndexPages(rules))) {
    if (pattern.length < best.length || (pattern.length === best.length && !allow && best.length > 0)) continue;
    if (matchesPath(pattern, path)) best = { length: pattern.length, allow };
  }
  return best.allow;
}

/** Seconds that robots.txt asks a user agent to leave between requests, or undefined. The largest wins. */
export function crawlDelay(robots: Robots, userAgent: string): number | undefined {
  const delays = groupsFor(robots, userAgent).flatMap((group) => group.crawlDelay ?? []);
  return delays.length > 0 ? Math.max(...delays) : undefined;
}

function groupsFor(robots: Robots, userAgent: string): RobotsGroup[] {
  const token = userAgent.split('/', 1)[0]!.trim().toLowerCase();
  const named = robots.groups.filter(({ agents }) => token !== '' && agents.includes(token));
  return named.length > 0 ? named : robots.groups.filter(({ agents }) => agents.includes('*'));
}

/** An allowed index page allows its folder too: `/news/index.html` is what `/news/` serves. */
function withIndexPages(rules: RobotsRule[]): RobotsRule[] {
  return rules.flatMap((rule) => {
    const folder = /^(.*\/)index\.html?$/.exec(rule.pattern)?.[1];
    return rule.allow && folder ? [rule, { allow: true, pattern: `${folder}$` }] : [rule];
  });
}

/** Path and query of a URL, unchanged; a URL without a path is `/`. */
function pathOf(url: string): string {
  const rest = url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/^\/\//, '');
  const start = url.startsWith('/') && !url.startsWith('//') ? 0 : rest.search(/[/?;]/);
  if (start < 0) return '/';
  const path = (start === 0 ? rest : rest.slice(start)).split('#', 1)[0]!;
  return path.startsWith('/') ? path : `/${path}`;
}
