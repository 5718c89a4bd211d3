import type { SecretBox } from '@timbre/platform';

/** For what purpose request headers of sources are sealed. */
export const HEADERS_PURPOSE = 'source headers';

/** The headers that a source's requests carry, opened; none where none are kept. */
export function requestHeaders(secrets: SecretBox, sealed: string | null): Record<string, string> {
  return sealed === null ? {} : (JSON.parse(secrets.open(HEADERS_PURPOSE, sealed)) as Record<string, string>);
}
