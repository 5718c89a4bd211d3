const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const DANGEROUS = /^(?:javascript|vbscript|livescript|mocha|data|file|blob|about|view-source|jar|resource|chrome)$/i;

/**
 * An absolute reference as it was written, a relative one resolved against the base. Line breaks and tabs inside
 * are dropped as browsers do.
 *
 * @returns null for an empty reference and for schemes that run or read something locally; a relative reference
 *   stays relative when there is no base
 */
export function resolveUrl(reference: string, base: string | undefined): string | null {
  const plain = reference.replace(/[\t\n\r\u0000]+/g, '').trim();
  if (plain === '') return null;
  const scheme = SCHEME.exec(plain.replace(/[\u0000-\u0020]/g, ''))?.[1];
  if (scheme && DANGEROUS.test(scheme)) return null;
  if (scheme && SCHEME.test(plain) && !/^https?:[^/]/i.test(plain)) return plain;
  if (!base || !URL.canParse(plain, base)) return plain;
  return new URL(plain, base).href;
}
