/**
 * Text as PostgreSQL can keep it: U+0000 is dropped and lone surrogates become U+FFFD. Apply it where text enters,
 * before any offset into it is computed.
 */
export function storableText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}
