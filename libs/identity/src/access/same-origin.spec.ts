import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.js';

describe('isSameOrigin', () => {
  it('accepts our own pages, directly and behind a proxy', () => {
    expect(isSameOrigin({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).toBe(true);
    expect(isSameOrigin({ origin: 'https://timbre.example', host: 'api:3000' }, 'https://timbre.example/')).toBe(true);
  });

  it('refuses other pages, opaque origins and cross-site navigations', () => {
    expect(isSameOrigin({ origin: 'https://evil.example', host: '127.0.0.1:3000' })).toBe(false);
    expect(isSameOrigin({ origin: 'null', host: '127.0.0.1:3000' })).toBe(false);
    expect(isSameOrigin({ host: '127.0.0.1:3000', 'sec-fetch-site': 'cross-site' })).toBe(false);
  });

  it('lets tools without a browser through', () => {
    expect(isSameOrigin({ host: '127.0.0.1:3000' })).toBe(true);
  });
});
