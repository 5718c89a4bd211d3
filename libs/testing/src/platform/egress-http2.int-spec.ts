import { once } from 'node:events';
import { constants, createSecureServer, type Http2SecureServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { EgressClient, EgressError, type EgressRequest } from '@timbre/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCertificate } from '../servers/test-certificate.js';

// Real: a TLS server that speaks HTTP/2 and, where a client does not offer it, HTTP/1.1.
type Answer = (stream: ServerHttp2Stream) => void;

const answers: Record<string, Answer> = {
  '/text': (stream) => stream.respond({ ':status': 200, 'content-type': 'text/plain' }) ?? stream.end('two'),
  '/bomb': (stream) => {
    stream.respond({ ':status': 200, 'content-encoding': 'gzip' });
    stream.end(gzipSync(Buffer.alloc(8 * 1024 * 1024)));
  },
  '/endless': (stream) => {
    stream.respond({ ':status': 200 });
    const more = (): void => {
      while (!stream.destroyed && stream.write(Buffer.alloc(65_536)));
      stream.once('drain', more);
    };
    more();
  },
  '/silent': () => undefined,
  '/broken': (stream) => {
    stream.respond({ ':status': 200, 'content-length': '1000' });
    stream.write('half', () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
  },
  '/refusing': (stream) => stream.session?.destroy(new Error('planned'), constants.NGHTTP2_INTERNAL_ERROR),
};

let server: Http2SecureServer;
let client: EgressClient;
const versions: string[] = [];

beforeAll(async () => {
  server = createSecureServer({ ...testCertificate, allowHTTP1: true });
  server.on('stream', (stream, { ':path': path = '' }) => {
    stream.on('error', () => undefined);
    answers[path]?.(stream);
  });
  server.on('sessionError', () => undefined);
  server.on('request', (request, response) => {
    versions.push(`${request.httpVersion} ${request.url}`);
    if (request.httpVersion !== '2.0') response.end('one');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  client = new EgressClient({
    allow: ['127.0.0.1'],
    ports: [],
    userAgent: 'Timbre/test',
    ca: testCertificate.cert,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
});
afterAll(async () => {
  await client.close();
  await new Promise((resolve) => server.close(resolve));
});

const url = (path: string): string => `https://secure.test:${(server.address() as AddressInfo).port}${path}`;
const outcomeOf = (path: string, more: Partial<EgressRequest> = {}): Promise<string> =>
  client.fetch({ url: url(path), ...more }).then(
    ({ bytes }) => bytes.toString(),
    (error: unknown) => (error instanceof EgressError ? error.code : String(error)),
  );

it('speaks HTTP/2 with servers that do', async () => {
  expect(await outcomeOf('/text')).toBe('two');
  expect(versions).toContain('2.0 /text');
});

it('keeps all limits there', async () => {
  expect(await outcomeOf('/bomb', { maxBytes: 1_000_000 })).toBe('egress.too_large');
  expect(await outcomeOf('/endless', { maxBytes: 1_000_000 })).toBe('egress.too_large');
  expect(await outcomeOf('/silent', { timeoutMs: 300 })).toBe('egress.timeout');
  expect(await outcomeOf('/silent', { signal: AbortSignal.timeout(100) })).toBe('egress.aborted');
  expect(await outcomeOf('/broken')).toMatch(/^egress\.(?:connection|bad_response)$/);
  expect(await outcomeOf('/text')).toBe('two');
});

it('asks again with HTTP/1.1 where HTTP/2 breaks', async () => {
  expect(await outcomeOf('/refusing')).toBe('one');
  expect(versions).toContain('1.1 /refusing');
});

it('does not accept a certificate that nobody vouches for', async () => {
  const strict = new EgressClient({
    allow: ['127.0.0.1'],
    ports: [],
    userAgent: 'Timbre/test',
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  await expect(strict.fetch({ url: url('/text') })).rejects.toMatchObject({ code: 'egress.tls' });
  await strict.close();
});
