import { describe, expect, it } from 'vitest';
import { type Hop, nextHop } from './redirect.js';

const harmless = { 'user-agent': 'Timbre', accept: '*/*', 'accept-language': 'zh', 'accept-encoding': 'gzip' };
const entrusted = {
  authorization: 'Bearer x',
  cookie: 'a=b',
  'x-api-key': 'k',
  'private-token': 't',
  'if-none-match': '"1"',
  'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT',
  referer: 'https://a.example/secret',
};
const content = { 'content-type': 'application/json' };
const get: Hop = {
  url: new URL('https://a.example/feed'),
  method: 'GET',
  body: undefined,
  headers: { ...harmless, ...entrusted },
};
const post: Hop = { ...get, method: 'POST', body: '{}', headers: { ...get.headers, ...content } };

describe('nextHop', () => {
  it('keeps all headers within the origin', () => {
    expect(nextHop(get, 301, '/atom.xml')).toEqual({
      location: 'https://a.example/atom.xml',
      permanent: true,
      method: 'GET',
      body: undefined,
      headers: get.headers,
    });
  });

  it.each(['https://b.example/', 'http://a.example/', 'https://a.example:8443/', '//b.example/', 'http://['])(
    'tells another origin nothing but harmless headers (%s)',
    (location) => {
      expect(nextHop(get, 302, location)?.headers).toEqual(harmless);
    },
  );

  it('sends the type along where a body goes along', () => {
    const kept = nextHop(post, 307, 'https://b.example/');
    expect(kept).toMatchObject({ method: 'POST', body: '{}' });
    expect(kept?.headers).toEqual({ ...harmless, ...content });
    const dropped = nextHop(post, 303, 'https://b.example/');
    expect(dropped).toMatchObject({ method: 'GET', body: undefined });
    expect(dropped?.headers).toEqual(harmless);
  });

  it('is null where the answer is no redirect', () => {
    expect(nextHop(get, 200, '/x')).toBeNull();
    expect(nextHop(get, 304, '/x')).toBeNull();
    expect(nextHop(get, 302, undefined)).toBeNull();
  });
});
