import { SESSION_DAYS } from '../sessions/session.service.js';

const NAME = 'timbre_session';

/** The session's secret from a Cookie header; null when there is none. */
export function sessionSecretFrom(cookieHeader: string | undefined): string | null {
  for (const part of (cookieHeader ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === NAME) return part.slice(at + 1).trim() || null;
  }
  return null;
}

/** Set-Cookie value that keeps, or with null removes, the session. */
export function sessionCookie(secret: string | null, secure: boolean): string {
  const maxAge = secret === null ? 0 : SESSION_DAYS * 86_400;
  return `${NAME}=${secret ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`;
}
