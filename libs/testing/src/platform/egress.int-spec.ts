import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, Socket } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { EgressClient, EgressError, type EgressRequest } from '@timbre/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testSite, type TestSite } from '../servers/test-site.js';

const base = { ports: [80, 443], userAgent: 'Timbre/test' };
let site: TestSite;
let client: EgressClient;

beforeAll(async () => {
  site = await testSite();
  client = new EgressClient({ ...base, allow: [site.host] });
});
afterAll(async () => {
  await client.close();
  await site.close();
});

const codeOf = (request: EgressRequest, through = client): Promise<string> =>
  through.fetch(request).then(
    ({ status }) => `answer ${status}`,
    (error: unknown) => (error instanceof EgressError ? error.code : String(error)),
  );

describe('addresses', () => {
  const forbidden = [
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://168.63.129.16/',
    'http://①②⑦.⓪.⓪.①/',
  ];

  it('never connects to one that is not public, in whatever writing, directly or by redirect', async () => {
    const connects = vi.spyOn(Socket.prototype, 'connect');
    for (const url of forbidden) expect(await codeOf({ url }), url).toBe('egress.address_forbidden');
    expect(connects).not.toHaveBeenCalled();
    connects.mockRestore();
    for (const url of forbidden) {
      site.on('/away', { status: 302, headers: { location: new URL(url).href } });
      expect(await codeOf({ url: `${site.url}/away` }), url).toBe('egress.address_forbidden');
    }
  });

  it('checks what a name resolves to at the moment of connecting, each time', async () => {
    let answers = [{ address: '127.0.0.1', family: 4 }];
    const rebinding = new EgressClient({ ...base, allow: [], resolve: async () => answers });
    expect(await codeOf({ url: 'http://innocent.example/' }, rebinding)).toBe('egress.address_forbidden');
    answers = [
      { address: '::ffff:10.0.0.1', family: 6 },
      { address: '169.254.169.254', family: 4 },
    ];
    expect(await codeOf({ url: 'http://innocent.example/' }, rebinding)).toBe('egress.address_forbidden');
    await rebinding.close();
  });

  it.each([
    ['file:///etc/passwd', 'egress.scheme_forbidden'],
    ['gopher://example.org/', 'egress.scheme_forbidden'],
    ['http://user:pass@example.org/', 'egress.credentials_forbidden'],
    ['not a url', 'egress.bad_url'],
    ['http://8.8.8.8:22/', 'egress.port_forbidden'],
  ])('refuses %s with %s', async (url, code) => {
    expect(await codeOf({ url })).toBe(code);
  });

  it('opens only what the allow-list names: host, port, range', async () => {
    site.on('/ok', { body: 'ok' });
    const port = site.host.split(':')[1];
    const outcomes = await Promise.all(
      [['127.0.0.1:1'], ['127.0.0.1'], ['127.0.0.0/8'], ['localhost'], ['10.0.0.0/8']].map(async (allow) => {
        const opened = new EgressClient({ ...base, allow });
        const code = await codeOf({ url: `http://127.0.0.1:${port}/ok` }, opened);
        await opened.close();
        return code;
      }),
    );
    expect(outcomes).toEqual([
      'egress.address_forbidden',
      'answer 200',
      'answer 200',
      'egress.address_forbidden',
      'egress.address_forbidden',
    ]);
    expect(() => new EgressClient({ ...base, allow: ['http://x'] })).toThrow(/TIMBRE_EGRESS_ALLOW/);
  });
});

describe('redirects', () => {
  it('are followed and told, with the permanent ones marked', async () => {
    site.on('/a', { status: 301, headers: { location: '/b' } });
    site.on('/b', { status: 302, headers: { location: '/ok?x=1' } });
    const response = await client.fetch({ url: `${site.url}/a` });
    expect(response.url).toBe(`${site.url}/ok?x=1`);
    expect(response.redirects).toEqual([
      { from: `${site.url}/a`, to: `${site.url}/b`, permanent: true },
      { from: `${site.url}/b`, to: `${site.url}/ok?x=1`, permanent: false },
    ]);
  });

  it('end when they go in circles or on and on', async () => {
    site.on('/loop', { status: 302, headers: { location: '/loop' } });
    site.on('/on', ({ path }) => ({ status: 302, headers: { location: `${path}1` } }));
    for (let n = 1; n <= 9; n += 1)
      site.on(`/on${'1'.repeat(n)}`, ({ path }) => ({ status: 302, headers: { location: `${path}1` } }));
    expect(await codeOf({ url: `${site.url}/loop` })).toBe('egress.redirect_loop');
    expect(await codeOf({ url: `${site.url}/on` })).toBe('egress.too_many_redirects');
    expect(await codeOf({ url: `${site.url}/on`, maxRedirects: 0 })).toBe('answer 302');
  });

  it('do not carry credentials to another origin, nor a body where a GET follows', async () => {
    const other = await testSite({ '/in': { body: 'in' } });
    const both = new EgressClient({ ...base, allow: [site.host, other.host] });
    site.on('/post', { status: 302, headers: { location: `${other.url}/in` } });
    await both.fetch({
      url: `${site.url}/post`,
      method: 'POST',
      body: '{}',
      headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
    });
    expect(other.requests[0]).toMatchObject({ method: 'GET', body: Buffer.alloc(0) });
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization');
    expect(other.requests[0]?.headers).not.toHaveProperty('content-type');
    await both.close();
    await other.close();
  });
});

describe('answers', () => {
  const text = '覆盖 coverage '.repeat(500);

  it.each([
    ['gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
  ])('compressed with %s are unpacked', async (encoding, body) => {
    site.on('/packed', { headers: { 'content-encoding': encoding, 'content-type': 'text/plain' }, body });
    const response = await client.fetch({ url: `${site.url}/packed` });
    expect(response.bytes.toString()).toBe(text);
    expect(response.contentType).toBe('text/plain');
  });

  it('stop at the limit after unpacking', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    site.on('/bomb', { headers: { 'content-encoding': 'gzip' }, body: bomb });
    const before = process.memoryUsage().rss;
    expect(await codeOf({ url: `${site.url}/bomb`, maxBytes: 1_000_000 })).toBe('egress.too_large');
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
    site.on('/large', { body: Buffer.alloc(2_000) });
    expect(await codeOf({ url: `${site.url}/large`, maxBytes: 1_000 })).toBe('egress.too_large');
    expect(await codeOf({ url: `${site.url}/large`, maxBytes: 2_000 })).toBe('answer 200');
  });

  it('that are not what they say are refused with a code', async () => {
    site.on('/lie', { headers: { 'content-encoding': 'gzip' }, body: 'plain' });
    site.on('/odd', { headers: { 'content-encoding': 'rot13' }, body: 'cynva' });
    expect(await codeOf({ url: `${site.url}/lie` })).toBe('egress.bad_encoding');
    expect(await codeOf({ url: `${site.url}/odd` })).toBe('egress.bad_encoding');
  });

  it('that drip are cut off at the time limit, with headers or in the body', async () => {
    site.on('/silent', () => undefined);
    site.on('/drip', (_request, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 20);
      response.once('close', () => clearInterval(drip));
    });
    for (const path of ['/silent', '/drip']) {
      expect(await codeOf({ url: `${site.url}${path}`, timeoutMs: 200 })).toBe('egress.timeout');
    }
    const signal = AbortSignal.timeout(100);
    expect(await codeOf({ url: `${site.url}/drip`, signal })).toBe('egress.aborted');
  });

  it('that break off are no short texts', async () => {
    site.on('/broken', (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half', () => response.destroy());
    });
    expect(await codeOf({ url: `${site.url}/broken` })).toBe('egress.connection');
  });

  it('that are no HTTP are told from broken connections', async () => {
    site.on('/mail', (_request, response) => void response.socket?.end('220 mail.example.org ESMTP\r\n\r\n'));
    expect(await codeOf({ url: `${site.url}/mail` })).toBe('egress.bad_response');
  });

  it('with huge headers are refused', async () => {
    site.on('/headers', { headers: { 'x-large': 'x'.repeat(60_000) } });
    expect(await codeOf({ url: `${site.url}/headers` })).toBe('egress.headers_too_large');
  });
});

describe('through a proxy', () => {
  let proxy: Server;
  const tunnels: string[] = [];

  beforeAll(async () => {
    proxy = createServer().on('connect', (request, socket) => {
      tunnels.push(request.url ?? '');
      const target = connect(Number(site.host.split(':')[1]), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      target.on('error', () => socket.destroy());
      socket.on('error', () => target.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  });
  afterAll(
    () =>
      new Promise((resolve) => {
        proxy.closeAllConnections();
        proxy.close(resolve);
      }),
  );
  beforeEach(() => void tunnels.splice(0));

  it('asks for checked addresses, never for names', async () => {
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const resolve = async (host: string) => [
      { address: host === 'public.example' ? '93.184.215.14' : '10.0.0.1', family: 4 },
    ];
    const proxied = new EgressClient({ ...base, allow: [], proxy: url, resolve });
    site.on('/ok', { body: 'ok' });
    expect(await codeOf({ url: 'http://public.example/ok' }, proxied)).toBe('answer 200');
    expect(await codeOf({ url: 'http://private.example/ok' }, proxied)).toBe('egress.address_forbidden');
    expect(tunnels).toEqual(['93.184.215.14:80']);
    await proxied.close();
  });
});
