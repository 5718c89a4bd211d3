import type { Sentence } from '../document/annotated-document.js';
import type { MentionRange } from './mention-range.js';

/** Whose stretch of a sentence a word stands in, seen from one target. */
export const region = {
  /** Before anybody is named. */
  opening: 0,
  /** A clause that names the target alone, and those after it that name nobody. */
  own: 1,
  /** Clauses of somebody else. */
  foreign: 2,
  /** In a clause of both: before the first of them … */
  beforeBoth: 3,
  /** … after the target, before the other … */
  ownThenOther: 4,
  /** … after both, the target first … */
  afterOwnFirst: 5,
  /** … between the other and the target … */
  otherThenOwn: 6,
  /** … after both, the target last. */
  afterOtherFirst: 7,
} as const;

const coordinators = new Set([',', '，', '、', '和', '与', '及', '以及', '跟', '或', '&', '/']);

/** Mentions joined to the target by commas and conjunctions alone speak with it, not against it. */
function withCoordinated(
  own: readonly MentionRange[],
  mentions: readonly MentionRange[],
  sentence: Sentence,
): Set<string> {
  const side = new Set(own.map(({ entityId }) => entityId));
  const ordered = [...mentions].sort((a, b) => a.first - b.first);
  for (let at = 1; at < ordered.length; at++) {
    const [left, right] = [ordered[at - 1], ordered[at]];
    if (left === undefined || right === undefined || right.first - left.last > 2 || right.first < left.last) continue;
    let joined = true;
    for (let word = left.last; word < right.first; word++) {
      if (!coordinators.has(sentence.tokens[word]?.norm ?? '')) joined = false;
    }
    if (!joined) continue;
    if (side.has(left.entityId)) side.add(right.entityId);
    else if (side.has(right.entityId)) side.add(left.entityId);
  }
  return side;
}

let last: { own: readonly MentionRange[]; mentions: readonly MentionRange[]; regions: Uint8Array } | undefined;

/** The region of every word of a sentence, seen from the target of `own`; asked for several times in a row. */
export function targetRegions(
  own: readonly MentionRange[],
  mentions: readonly MentionRange[],
  clauseOf: Int32Array,
  sentence: Sentence,
): Uint8Array {
  if (last?.own !== own || last.mentions !== mentions) {
    last = { own, mentions, regions: readRegions(own, mentions, clauseOf, sentence) };
  }
  return last.regions;
}

function readRegions(
  own: readonly MentionRange[],
  mentions: readonly MentionRange[],
  clauseOf: Int32Array,
  sentence: Sentence,
): Uint8Array {
  const regions = new Uint8Array(sentence.tokens.length);
  if (mentions.length === own.length) {
    regions.fill(region.own, Math.min(...own.map(({ first }) => first)));
    const clause = clauseOf[own[0]?.first ?? 0];
    for (let at = 0; at < regions.length; at++) if (clauseOf[at] === clause) regions[at] = region.own;
    return regions;
  }
  const side = withCoordinated(own, mentions, sentence);
  let running: number = region.opening;
  sentence.clauses.forEach((clause) => {
    const here = mentions.filter(({ first }) => first >= clause.firstToken && first < clause.lastToken);
    const mine = here.filter(({ entityId }) => side.has(entityId));
    const theirs = here.filter(({ entityId }) => !side.has(entityId));
    if (mine.length > 0 && theirs.length > 0) {
      const [m, t] = [mine[0]?.first ?? 0, theirs[0]?.first ?? 0];
      for (let at = clause.firstToken; at < clause.lastToken; at++) {
        const past = Number(at >= m) + Number(at >= t);
        regions[at] =
          past === 0
            ? region.beforeBoth
            : m < t
              ? past === 1
                ? region.ownThenOther
                : region.afterOwnFirst
              : past === 1
                ? region.otherThenOwn
                : region.afterOtherFirst;
      }
      // What follows is about the one that the clause began with.
      running = m < t ? region.own : region.foreign;
      return;
    }
    if (here.length > 0) running = mine.length > 0 ? region.own : region.foreign;
    regions.fill(running, clause.firstToken, clause.lastToken);
  });
  return regions;
}
