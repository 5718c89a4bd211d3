import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from './api-error.js';
import { apiPath, send } from './client.js';

afterEach(() => vi.unstubAllGlobals());
const answer = (body: string, status: number, headers: Record<string, string> = {}) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status, headers })));

describe('client', () => {
  it('leaves out what is empty and joins lists', () => {
    expect(apiPath('/articles', { q: '', targets: [], sources: ['a', 'b'], limit: 5, cursor: undefined })).toBe(
      '/api/v1/articles?sources=a%2Cb&limit=5',
    );
  });

  it('reads problem details, survives a proxy that answers in HTML, and tells when nobody answers', async () => {
    answer(
      '{"title":"Bad","detail":"from: use a date","code":"bad-input","requestId":"r1","status":400,"type":"about:blank"}',
      400,
    );
    await expect(send('/x')).rejects.toMatchObject({ message: 'from: use a date', code: 'bad-input', requestId: 'r1' });
    answer('<html>502</html>', 502, { 'x-request-id': 'r2' });
    await expect(send('/x')).rejects.toMatchObject({ status: 502, requestId: 'r2' });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    await expect(send('/x')).rejects.toThrow(ApiError);
    await expect(send('/x')).rejects.toMatchObject({ status: 0 });
  });
});
