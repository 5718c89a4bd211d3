import { describe, expect, it } from 'vitest';
import { sessionCookie, sessionSecretFrom } from './session-cookie.js';

describe('session cookie', () => {
  it('comes back as it was sent, among others', () => {
    const sent = sessionCookie('abc_-1', true);
    expect(sessionSecretFrom(`theme=dark; ${sent.split(';')[0]}; x=1`)).toBe('abc_-1');
    expect(sent).toContain('HttpOnly');
    expect(sent).toContain('SameSite=Lax');
    expect(sent).toContain('Secure');
  });

  it('is none where the header is missing, foreign or empty', () => {
    expect(sessionSecretFrom(undefined)).toBeNull();
    expect(sessionSecretFrom('not_timbre_session=abc')).toBeNull();
    expect(sessionSecretFrom('timbre_session=')).toBeNull();
  });
});
