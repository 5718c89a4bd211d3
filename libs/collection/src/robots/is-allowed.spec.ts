import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crawlDelay, isAllowed } from './is-allowed.js';
import { parseRobots } from './parse-robots.js';

const robots = parseRobots(`
Sitemap: https://news.test/map.xml
User-agent: TimbreBot   # ours
User-agent: other
Crawl-delay: 2.5
Disallow: /archive/
Allow: /archive/2026/
Disallow: /*.pdf$
Disallow: /新闻

User-agent: *
Disallow: /
Allow: /news/index.html
`);

describe('robots.txt', () => {
  it.each([
    ['/', true],
    ['/archive/2025/a', false],
    ['/archive/2026/a', true],
    ['/paper.pdf', false],
    ['/paper.pdf?page=2', true],
    ['/%e6%96%b0%E9%97%BB/1', false],
    ['/robots.txt', true],
  ])('lets our agent fetch %s: %s', (path, allowed) => {
    expect(isAllowed(robots, 'TimbreBot/1.0 (+https://timbre.test)', `https://news.test${path}`)).toBe(allowed);
  });

  it('applies the group for all to everybody else, and a folder with its index page', () => {
    expect(isAllowed(robots, 'Stranger', 'https://news.test/archive/')).toBe(false);
    expect(isAllowed(robots, 'Stranger', 'https://news.test/news/')).toBe(true);
    expect(isAllowed(robots, 'Stranger', 'https://news.test/news/other')).toBe(false);
  });

  it('tells delays and sitemaps', () => {
    expect(crawlDelay(robots, 'timbrebot')).toBe(2.5);
    expect(crawlDelay(robots, 'stranger')).toBeUndefined();
    expect(robots.sitemaps).toEqual(['https://news.test/map.xml']);
  });

  it('allows when two rules of one length disagree, and joins groups of one agent', () => {
    const split = parseRobots(
      'user-agent: a\ndisallow: /x\n\nuser-agent: b\ndisallow: /\n\nuser-agent: a\nallow: /x\ndisallow: /y',
    );
    expect(isAllowed(split, 'a', 'http://h/x')).toBe(true);
    expect(isAllowed(split, 'a', 'http://h/y')).toBe(false);
  });

  it('takes a web page for a robots.txt without rules', () => {
    expect(
      isAllowed(parseRobots('<!doctype html><html><body>404</body></html>'), 'TimbreBot', 'https://x.test/a'),
    ).toBe(true);
  });

  it('is linear in hostile patterns', () => {
    const hostile = parseRobots(`user-agent: *\ndisallow: /${'*a'.repeat(4000)}$`);
    // Quadratic work would not end within the test's time.
    expect(isAllowed(hostile, 'x', `http://h/${'a'.repeat(20_000)}b`)).toBe(true);
  });

  it('never throws, and a disallowed root refuses every path', () => {
    const closed = parseRobots('user-agent: *\ndisallow: /');
    fc.assert(
      fc.property(fc.string(), fc.webUrl({ withQueryParameters: true }), (text, url) => {
        isAllowed(parseRobots(text), 'TimbreBot', url);
        expect(isAllowed(closed, 'TimbreBot', url)).toBe(
          new URL(url).pathname === '/robots.txt' && !new URL(url).search,
        );
      }),
      { numRuns: 40 },
    );
  });
});
