/** Quotes agree when their longest common substring is at least this share of the longer one. */
const leastShare = 0.7;

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** Length of the longest common substring; quadratic, so both are cut at 2,000 characters. */
function longestCommonSubstring(a: string, b: string): number {
  const first = a.slice(0, 2_000);
  const second = b.slice(0, 2_000);
  let previous = new Uint16Array(second.length + 1);
  let best = 0;
  for (let i = 1; i <= first.length; i++) {
    const current = new Uint16Array(second.length + 1);
    for (let j = 1; j <= second.length; j++) {
      if (first.charCodeAt(i - 1) !== second.charCodeAt(j - 1)) continue;
      const length = (previous[j - 1] ?? 0) + 1;
      current[j] = length;
      if (length > best) best = length;
    }
    previous = current;
  }
  return best;
}

/** 0 when two quotes do not agree, else the share of the longer one that they have in common. */
export function quoteAgreement(gold: string, predicted: string): number {
  const a = squeezed(gold);
  const b = squeezed(predicted);
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 0;
  if (Math.min(a.length, b.length) < leastShare * longer) return 0;
  const share = longestCommonSubstring(a, b) / Math.min(longer, 2_000);
  return share >= leastShare ? share : 0;
}
