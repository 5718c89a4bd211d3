/** Days after which a mention counts half. */
export const HALF_LIFE_DAYS = 14;

/**
 * Weight of a mention under the "decayed" weighting: 2^(−age/H) · (story size)^(−½) · reach factor (DESIGN §7).
 *
 * @param ageDays days between publication and the end of the range; negative ages count as 0
 * @param storySize articles in the mention's story
 * @param reach relative audience of the source, 1 = ordinary
 */
export function mentionWeight(
  ageDays: number,
  storySize: number,
  reach: number,
  halfLifeDays = HALF_LIFE_DAYS,
): number {
  return (2 ** (-Math.max(0, ageDays) / halfLifeDays) * reach) / Math.sqrt(Math.max(1, storySize));
}
