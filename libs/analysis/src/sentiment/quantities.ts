import type { Sentence } from '../document/annotated-document.js';
import type { CompiledTerm } from '../lexicon/compiled-term.js';
import type { TermMatch } from './find-terms.js';

/** Words that say which way a quantity goes or how much of it there is. */
const rising = new Set(
  (
    '上升 增长 增加 提高 提升 上涨 攀升 走高 猛增 大增 激增 飙升 暴增 劲增 倍增 翻倍 翻番 高于 高出 多于 大于 高 更高 偏高 较高 过高 很高 极高 ' +
    '最高 高企 居高不下 变高 高达 延长 变长 拉长 更长 长于 扩大 加大 加重 增大 推高 抬高 抬升 拉高 加剧 飞涨 大涨 暴涨 猛涨 多 更多 过多 变多 ' +
    '越来越 有增无减 居高 上扬 涨到 升至 升到 增至 涨 大 更大'
  ).split(' '),
);
const falling = new Set(
  (
    '下降 减少 降低 下滑 走低 回落 锐减 骤减 骤降 大降 猛降 暴降 剧降 大跌 暴跌 低于 少于 小于 短于 低 更低 较低 很低 极低 最低 偏低 变低 过低 ' +
    '缩短 压缩 削减 砍掉 缩小 收窄 减半 腰斩 减轻 缓解 压低 压到 降到 降至 降 降了 更短 变短 短 更少 变少 少 很少 减缓 节省 省下 省去 省 省了 下跌 ' +
    '摊薄 拉低 控制 缩减 跌 跌至 跌到 掉到 减到 减至 砍 砍到 小 更小'
  ).split(' '),
);
/** Verbs that may stand before what they change: 降低成本. The others follow it: 成本下降. */
const transitive = new Set(
  '降低 减少 缩短 压缩 削减 减轻 压低 节省 省下 省去 省 省了 提高 提升 增加 推高 抬高 拉高 延长 加大 加重 增大 控制 缩小 拉低 摊薄 减缓 缩减'.split(
    ' ',
  ),
);

/** Words between a quantity and the word that says where it goes. */
const reachAhead = 10;
const reachBehind = 3;

/** What the rules say of a pair of quantity and direction; a comparison (高于) gives its other side the opposite. */
function judgement(good: boolean, compares: boolean): CompiledTerm {
  const valence = good ? 2 : -2;
  const term: CompiledTerm = { lemma: good ? '⟨better⟩' : '⟨worse⟩', valence, pos: 'v', form: 'base', value: 1 };
  return compares ? { ...term, subject: valence, object: -0.8 * valence } : term;
}
const judgements = [
  [judgement(false, false), judgement(false, true)],
  [judgement(true, false), judgement(true, true)],
] as const;

/** −1 for nouns of which less is better (marked so as 成本, or bad by themselves as 风险), 1 for more; 0 for other words. */
function worth({ term }: TermMatch): number {
  if (term.modifier === 'quantity') return term.value < 0 ? -1 : 1;
  return term.pos === 'n' && term.valence < 0 && term.subject === undefined && term.object === undefined ? -1 : 0;
}

/** A word of direction without the 了 that a segmenter may leave on it. */
function bare(norm: string): string {
  return norm.length > 2 && norm.endsWith('了') ? norm.slice(0, -1) : norm;
}

/** Index of the word that says where the quantity goes, −1 without one. */
function moverOf(noun: TermMatch, next: TermMatch | undefined, sentence: Sentence, clauseOf: Int32Array): number {
  const { tokens } = sentence;
  const clause = clauseOf[noun.first];
  for (let at = noun.first - 1; at >= noun.first - reachBehind && clauseOf[at] === clause; at--) {
    if (transitive.has(bare(tokens[at]?.norm ?? ''))) return at;
  }
  // 推理|成本下降: the word of direction may share a segment with the end of the noun.
  if (next !== undefined && next.first < noun.last && (rising.has(next.term.lemma) || falling.has(next.term.lemma)))
    return next.first;
  for (let at = noun.last; at < noun.last + reachAhead && clauseOf[at] === clause; at++) {
    if (next !== undefined && at >= next.first && worth(next) !== 0) return -1;
    const norm = bare(tokens[at]?.norm ?? '');
    if (rising.has(norm) || falling.has(norm)) return at;
  }
  return -1;
}

const comparesWith = new Set(['高于', '低于', '多于', '少于', '大于', '小于', '短于', '长于', '高出']);

/**
 * Reads words of direction by what they move: costs that fall are good, errors that rise are bad. The word of direction
 * takes the judgement; a noun that is bad by itself loses its own. Matches without such a pair stay as they are.
 */
export function applyQuantities(
  matches: readonly TermMatch[],
  sentence: Sentence,
  clauseOf: Int32Array,
): readonly TermMatch[] {
  let changed: TermMatch[] | undefined;
  for (let at = 0; at < matches.length; at++) {
    const noun = matches[at];
    const side = noun === undefined ? 0 : worth(noun);
    if (noun === undefined || side === 0) continue;
    const mover = moverOf(noun, matches[at + 1], sentence, clauseOf);
    const token = sentence.tokens[mover];
    if (token === undefined) continue;
    const known = matches.find((match) => match !== noun && mover >= match.first && mover < match.last);
    const word = known !== undefined && mover < noun.last ? known.term.lemma : bare(token.norm);
    // 销量上升 is listed well enough; only what turns round or is listed nowhere is read here.
    if (side > 0 && known !== undefined && known.term.valence !== 0) continue;
    const good = rising.has(word) === side > 0;
    const after = sentence.tokens[mover + 1];
    const compares =
      (comparesWith.has(token.norm) || ((token.norm === '高' || token.norm === '低') && after?.norm === '于')) &&
      !sentence.tokens.slice(noun.last, mover).some(({ norm }) => norm === '比' || norm === '较');
    const term = judgements[good ? 1 : 0][compares ? 1 : 0];
    changed ??= [...matches];
    const place = known === undefined ? -1 : changed.indexOf(known);
    const { first, last, from, to } = known ?? { first: mover, last: mover + 1, from: token.from, to: token.to };
    const match = { term, first, last, from, to };
    if (place >= 0) changed[place] = match;
    else changed.push(match);
    const own = changed.indexOf(noun);
    if (own >= 0) changed[own] = { ...noun, term: { ...noun.term, valence: 0 } };
  }
  return changed === undefined ? matches : changed.sort((a, b) => a.first - b.first);
}
