import type { VersionCount } from './rollup.repository.js';

/** What these articles add to (1) or take from (−1) the count of readings per version; unread ones count nothing. */
export function versionCounts(
  articles: readonly { analysisVersion: string | null; catalogueVersion: number | null; day: string }[],
  sign: 1 | -1,
): VersionCount[] {
  return articles.flatMap(({ analysisVersion, catalogueVersion, day }) =>
    analysisVersion === null || catalogueVersion === null ? [] : [{ analysisVersion, catalogueVersion, day, n: sign }],
  );
}
