import { type CanonicalUrlOptions, canonicalUrl, InvalidUrlError } from './canonical-url.js';

/** The canonical URL, or undefined for what is no web address: such an article is known by its words instead. */
export function identityUrl(url: string, options: CanonicalUrlOptions = {}): string | undefined {
  try {
    return canonicalUrl(url, options);
  } catch (error) {
    if (error instanceof InvalidUrlError) return undefined;
    throw error;
  }
}
