import { feedOf } from './hostile-sites.js';
import type { HostileSite } from './hostile-server.js';

const xml = { 'content-type': 'application/rss+xml' };
const html = { 'content-type': 'text/html; charset=utf-8' };

const item = (host: string, port: number, n: number | string, guid = `g${n}`, more = ''): string =>
  `<item><guid isPermaLink="false">${guid}</guid><title>Story ${n} of ${host}</title><link>http://${host}.hostile.test:${port}/story/${n}</link>${more}</item>`;

const page = (path: string): string =>
  `<html lang="en"><head><title>${path}</title></head><body><article><h1>${path}</h1>${`<p>What ${path} has to tell is told here at length, in sentences that a reader would read to the end.</p>`.repeat(6)}</article></body></html>`;

/** A feed at /feed and a page everywhere else. */
const newspaper =
  (feed: () => string, headers: Record<string, string> = {}): HostileSite =>
  (request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else if (request.url?.startsWith('/feed')) response.writeHead(200, { ...xml, ...headers }).end(feed());
    else response.writeHead(200, html).end(page(request.url ?? ''));
  };

/** Hosts that are odd, slow or wrong about themselves, yet have something to read. `port` is known once they are asked. */
export function oddSites(port: () => number): Map<string, HostileSite> {
  let visits = 0;
  const items = (host: string, count: number): string =>
    feedOf(Array.from({ length: count }, (_, n) => item(host, port(), n)).join(''));
  const slowly =
    (site: HostileSite): HostileSite =>
    (request, response) =>
      void setTimeout(() => site(request, response), 100);
  const sites: Record<string, HostileSite> = {
    good: newspaper(() => items('good', 3), { 'set-cookie': 'id=1' }),
    shared: slowly(newspaper(() => items('shared', 3))),
    'two-answers': newspaper(() => feedOf('')),
    rebinding: newspaper(() => feedOf(''), { connection: 'close' }),
    lying: newspaper(() => items('lying', 1), { 'content-type': 'image/png' }),
    large: newspaper(() => {
      const one = (n: number): string => `<item><guid>${n}</guid><title>Line ${n} of a long list</title></item>`;
      return feedOf(Array.from({ length: 100_000 }, (_, n) => one(n)).join(''));
    }),
    'same-guids': newspaper(() => feedOf([1, 2, 3].map((n) => item('same-guids', port(), n, 'always')).join(''))),
    skewed: newspaper(
      () =>
        feedOf(
          [
            item('skewed', port(), 'past', 'p', '<pubDate>Thu, 01 Jan 2026 10:00:00 GMT</pubDate>'),
            item('skewed', port(), 'future', 'f', '<pubDate>Fri, 01 Jan 2100 10:00:00 GMT</pubDate>'),
          ].join(''),
        ),
      { date: 'Tue, 01 Mar 2016 12:00:00 GMT', expires: 'Tue, 01 Mar 2016 16:00:00 GMT' },
    ),
    restless: newspaper(() =>
      feedOf(item('restless', port(), 1, 'r', `<description>Read ${(visits += 1)} times.</description>`)),
    ),
    'closed-pages': (request, response) =>
      request.url === '/robots.txt'
        ? response.end('User-agent: *\nDisallow: /story')
        : newspaper(() => items('closed-pages', 1))(request, response),
    busy: (request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(429, { 'retry-after': '7200' }).end();
    },
    moved: (request, response) =>
      request.url === '/feed'
        ? response.writeHead(301, { location: '/feed/new' }).end()
        : newspaper(() => items('moved', 1))(request, response),
  };
  return new Map(Object.entries(sites).map(([name, site]) => [`${name}.hostile.test`, site]));
}
