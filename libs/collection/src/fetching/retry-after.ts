/**
 * Seconds that a Retry-After header asks for (RFC 9110 §10.2.3), or null. A date counts from the server's own clock, so
 * that a wrong one does no harm.
 *
 * @param headers response headers, names in lower case
 */
export function retryAfter(headers: Readonly<Record<string, string | undefined>>, now: Date): number | null {
  const value = headers['retry-after']?.trim();
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const at = Date.parse(value);
  if (Number.isNaN(at)) return null;
  const date = Date.parse(headers['date'] ?? '');
  return Math.max(0, (at - (Number.isNaN(date) ? now.getTime() : date)) / 1000);
}
