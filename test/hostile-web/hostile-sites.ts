import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { HostileSite } from './hostile-server.js';

/** A source that must end in an error of this code, and what plays it. */
export interface HostileCase {
  /** First label of its host name. */
  name: string;
  code: string;
  site?: HostileSite;
  /** Other than `/feed` on its own host, plainly. */
  url?: string;
  kind?: 'page';
}

const xml = { 'content-type': 'application/rss+xml' };

export const feedOf = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Local</title>${items}</channel></rss>`;

const redirectTo =
  (location: string): HostileSite =>
  (_request, response) =>
    response.writeHead(302, { location }).end();

/** Sends the same bytes for as long as somebody reads. */
const endless = (response: ServerResponse): void => {
  const chunk = Buffer.alloc(65_536, ' ');
  const source = new Readable({
    read() {
      this.push(chunk);
    },
  });
  pipeline(source, response, () => undefined);
};

/** Thirty-two megabytes that take some kilobytes on the way. */
const zeros = Buffer.alloc(32 * 1_048_576);
const bombs = {
  gzip: gzipSync(zeros),
  br: brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
};

const bomb =
  (encoding: keyof typeof bombs): HostileSite =>
  (_request, response) =>
    response.writeHead(200, { ...xml, 'content-encoding': encoding }).end(bombs[encoding]);

/** @param inner port of a server that nobody may reach */
export function hostileCases(inner: number, securePort: number): HostileCase[] {
  const redirects: [string, string, string][] = [
    ['to-loopback', `http://127.0.0.1:${inner}/`, 'egress.address_forbidden'],
    ['to-name-of-loopback', `http://localhost:${inner}/`, 'egress.address_forbidden'],
    ['to-metadata', 'http://169.254.169.254/latest/meta-data/', 'egress.address_forbidden'],
    ['to-mapped', `http://[::ffff:127.0.0.1]:${inner}/`, 'egress.address_forbidden'],
    ['to-decimal', `http://2130706433:${inner}/`, 'egress.address_forbidden'],
    ['to-octal', `http://0177.0.0.1:${inner}/`, 'egress.address_forbidden'],
    ['to-file', 'file:///etc/passwd', 'egress.scheme_forbidden'],
    ['to-gopher', `gopher://127.0.0.1:${inner}/_x`, 'egress.scheme_forbidden'],
    ['to-userinfo', `http://good.hostile.test@127.0.0.1:${inner}/`, 'egress.credentials_forbidden'],
    ['to-nonsense', 'http://[', 'egress.bad_url'],
  ];
  return [
    ...redirects.map(([name, location, code]) => ({ name, code, site: redirectTo(location) })),
    { name: 'silent', code: 'egress.timeout', site: () => undefined },
    {
      name: 'drip',
      code: 'egress.timeout',
      site: (_request, response) => {
        response.writeHead(200, xml);
        const drip = setInterval(() => response.write(' '), 50);
        response.once('close', () => clearInterval(drip));
      },
    },
    { name: 'endless', code: 'egress.too_large', site: (_request, response) => endless(response.writeHead(200, xml)) },
    {
      name: 'huge-headers',
      code: 'egress.headers_too_large',
      site: (_request, response) => response.writeHead(200, { ...xml, 'x-large': 'x'.repeat(60_000) }).end(),
    },
    { name: 'loop', code: 'egress.redirect_loop', site: redirectTo('/feed') },
    {
      name: 'on-and-on',
      code: 'egress.too_many_redirects',
      site: (request, response) => {
        const step = Number(/\d+$/.exec(request.url ?? '')?.[0] ?? 0);
        if (step < 200) response.writeHead(302, { location: `/step/${step + 1}` }).end();
        else response.writeHead(200, xml).end(feedOf(''));
      },
    },
    { name: 'gzip-bomb', code: 'egress.too_large', site: bomb('gzip') },
    { name: 'br-bomb', code: 'egress.too_large', site: bomb('br') },
    {
      name: 'packed-often',
      code: 'egress.bad_encoding',
      site: (_request, response) =>
        response.writeHead(200, { ...xml, 'content-encoding': 'gzip, gzip, gzip, gzip' }).end(gzipSync('x')),
    },
    {
      name: 'not-packed',
      code: 'egress.bad_encoding',
      site: (_request, response) => response.writeHead(200, { ...xml, 'content-encoding': 'gzip' }).end('plain'),
    },
    {
      name: 'page-as-feed',
      code: 'not-a-feed',
      site: (_request, response) => response.writeHead(200, xml).end('<!doctype html><html><body>Hello</body></html>'),
    },
    {
      name: 'picture-as-feed',
      code: 'not-a-feed',
      site: (_request, response) => response.writeHead(200, xml).end(Buffer.from('89504e470d0a1a0a0000', 'hex')),
    },
    { name: 'nothing', code: 'empty-document', site: (_request, response) => response.writeHead(200, xml).end() },
    {
      name: 'laughs',
      code: 'entity-expansion',
      site: (_request, response) => response.writeHead(200, xml).end(manyLaughs()),
    },
    {
      name: 'deep',
      code: 'too-deep',
      site: (_request, response) => response.writeHead(200, xml).end(feedOf(`<item>${'<a>'.repeat(50_000)}</item>`)),
    },
    {
      name: 'broken-off',
      code: 'egress.connection',
      site: (_request, response) => {
        response.writeHead(200, { ...xml, 'content-length': '100000' });
        response.write('<rss>', () => response.destroy());
      },
    },
    {
      name: 'no-http',
      code: 'egress.bad_response',
      site: (request) => request.socket.end('220 mail.hostile.test ESMTP\r\n\r\n'),
    },
    { name: 'unknown-authority', code: 'egress.tls', url: `https://unknown-authority.hostile.test:${securePort}/feed` },
    { name: 'nowhere', code: 'egress.dns' },
    { name: 'gone', code: 'http.410', site: (_request, response) => response.writeHead(410).end() },
    {
      name: 'closed-by-robots',
      code: 'robots.disallowed',
      kind: 'page',
      site: (_request, response) => response.writeHead(200).end('User-agent: *\nDisallow: /feed'),
    },
    {
      name: 'robots-broken',
      code: 'robots.unavailable',
      kind: 'page',
      site: (_request, response) => response.writeHead(500).end(),
    },
  ];
}

function manyLaughs(): string {
  const levels = Array.from({ length: 9 }, (_, level) =>
    level === 0 ? '<!ENTITY l0 "ha">' : `<!ENTITY l${level} "${`&l${level - 1};`.repeat(10)}">`,
  );
  return `<?xml version="1.0"?><!DOCTYPE rss [${levels.join('')}]><rss version="2.0"><channel><title>&l8;</title></channel></rss>`;
}
