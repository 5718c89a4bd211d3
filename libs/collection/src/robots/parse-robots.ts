import { comparablePath } from './path-pattern.js';
import { readRobotsLine } from './robots-line.js';

/** A rule of a group. */
export interface RobotsRule {
  allow: boolean;
  /** Path pattern in comparable form (see `comparablePath`). */
  pattern: string;
}

/** What a robots.txt says to the user agents it names together. */
export interface RobotsGroup {
  /** Product tokens in lower case; `*` is everybody else. */
  agents: string[];
  rules: RobotsRule[];
  /** Seconds between two requests, where the group asks for it. */
  crawlDelay?: number;
}

/** A parsed robots.txt. */
export interface Robots {
  groups: RobotsGroup[];
  /** Sitemap URLs in order. */
  sitemaps: string[];
}

/** Bytes of robots.txt that are read at most; RFC 9309 §2.5 asks for at least 500 KiB. */
const LONGEST = 512 * 1024;

/**
 * Parses robots.txt (RFC 9309) with the tolerance of Google's parser. Anything can be given, an HTML page too:
 * what is no directive says nothing. Never throws.
 */
export function parseRobots(text: string): Robots {
  const robots: Robots = { groups: [], sitemaps: [] };
  let group: RobotsGroup | null = null;
  let collectingAgents = false;
  for (const line of text
    .replace(/^(?:\ufeff|ï»¿?|ï)/, '')
    .slice(0, LONGEST)
    .split(/\r\n|\r|\n/)) {
    const read = readRobotsLine(line);
    if (!read) continue;
    const { directive, value } = read;
    if (directive === 'sitemap') robots.sitemaps.push(value);
    else if (directive === 'user-agent') {
      if (!group || !collectingAgents) robots.groups.push((group = { agents: [], rules: [] }));
      group.agents.push(agentToken(value));
      collectingAgents = true;
    } else if (group) {
      if (directive === 'crawl-delay') setDelay(group, value);
      else {
        collectingAgents = false;
        if (value) group.rules.push({ allow: directive === 'allow', pattern: comparablePath(value) });
      }
    }
  }
  return robots;
}

/** The product token of a user-agent line: letters, `_` and `-` up to the first other character. */
function agentToken(value: string): string {
  if (/^\*(?:\s|$)/.test(value)) return '*';
  return (/^[a-z_-]*/i.exec(value)?.[0] ?? '').toLowerCase();
}

function setDelay(group: RobotsGroup, value: string): void {
  const seconds = Number(value);
  if (value && Number.isFinite(seconds) && seconds >= 0) group.crawlDelay = seconds;
}
