const hidden = /[\p{Cc}\p{Cf}\p{Z}]/gu;

/** An address as people read it: percent-encoded words decoded, blanks and invisible characters kept encoded. */
export function readableAddress(url: string): string {
  try {
    return decodeURI(url).replace(hidden, encodeURIComponent);
  } catch {
    // Not UTF-8 inside: the address as it is.
    return url;
  }
}
