import type { Sentence } from '../document/annotated-document.js';
import { isAdjunct, isEarlierObject } from './chinese-arguments.js';
import type { MentionRange } from './mention-range.js';
import type { PolarTerm } from './polar-term.js';
import type { SentenceTerms } from './sentence-terms.js';

/** How a term bears on a mention: by a grammatical role, by a comparison, or by standing near. */
export type Bearing = 'subject' | 'object' | 'standard' | 'near';

interface Share {
  bearing: Bearing;
  /** The valence that this bearing gives, before the factor of the term's context. */
  valence: number;
  /** 0 … 1: how surely the term is said of the mention. */
  weight: number;
}

const chineseObjectMarkers = new Set(['对', '把', '将', '向', '给', '对于', '为', '针对', '从']);
const chineseAgentMarkers = new Set(['被', '遭', '由', '获', '受', '遭到', '受到', '被指']);
const coordinators = new Set(['and', 'or', ',', '，', '、', '和', '与', '及', '以及', '跟', '或', '&', '/']);

/** True when only commas and conjunctions stand between two mentions: they share what is said of either. */
function coordinated(a: MentionRange, b: MentionRange, sentence: Sentence): boolean {
  const from = Math.min(a.last, b.last);
  const to = Math.max(a.first, b.first);
  if (to - from > 3 || to <= from) return false;
  for (let at = from; at < to; at++) if (!coordinators.has(sentence.tokens[at]?.norm ?? '')) return false;
  return true;
}

/** Mentions of other entities between a term and a mention; each takes some of the term for itself. */
function rivals(term: PolarTerm, mention: MentionRange, mentions: readonly MentionRange[], sentence: Sentence): number {
  let count = 0;
  for (const other of mentions) {
    if (other.entityId === mention.entityId) continue;
    const between =
      mention.last <= term.first
        ? other.first >= mention.last && other.last <= term.first
        : other.last <= mention.first && other.first >= term.last;
    if (!between || coordinated(mention, other, sentence)) continue;
    if (sentence.lang === 'zh' && mention.last <= term.first && isAdjunct(other, sentence)) continue;
    count++;
  }
  return count;
}

/** True when the term's own clause names somebody else: "A is praised, B is not". */
function takenByOther(term: PolarTerm, mention: MentionRange, mentions: readonly MentionRange[], terms: SentenceTerms) {
  return mentions.some((other) => other.entityId !== mention.entityId && terms.clauseOf[other.first] === term.clause);
}

/** True when an adjective or noun before the mention is about somebody who stands before it: 甲在连贯性上领先于乙. */
function belongsToSubject(
  term: PolarTerm,
  mention: MentionRange,
  mentions: readonly MentionRange[],
  { clauseOf }: SentenceTerms,
  sentence: Sentence,
): boolean {
  if (mention.first < term.last || sentence.tokens[term.last]?.norm === '的') return false;
  return mentions.some(
    (other) =>
      other.entityId !== mention.entityId &&
      other.last <= term.first &&
      clauseOf[other.first] === term.clause &&
      !isAdjunct(other, sentence),
  );
}

/** The doer of a passive verb ("sued by Y for fraud", 因垄断被 Y 处罚): what else is said there is not about it. */
function isDoer(mention: MentionRange, terms: SentenceTerms, sentence: Sentence): boolean {
  const marker = sentence.tokens[mention.first - 1]?.norm ?? '';
  if (marker !== 'by' && !chineseAgentMarkers.has(marker)) return false;
  const clause = terms.clauseOf[mention.first];
  return terms.polar.some((other) => other.passive && other.clause === clause);
}

/** 与 Y 相比: the standard stands before its marker. */
const standardOpeners = new Set(['与', '和', '跟', '同', '较', '相较']);

/** True when the mention is what others are measured against: "better than Y", 比 Y 更好, 与 Y 相比. */
function isStandard(term: PolarTerm, mention: MentionRange, terms: SentenceTerms, sentence: Sentence): boolean {
  return terms.modifiers.some(({ term: { modifier, value }, first, last }) => {
    if (modifier !== 'comparative' || (sentence.lang === 'zh' && value !== 0)) return false;
    if (sentence.lang === 'zh' && first >= mention.last && first - mention.last <= 2 && term.first >= last) {
      return standardOpeners.has(sentence.tokens[mention.first - 1]?.norm ?? '');
    }
    if (mention.first < last || mention.first - last > 2) return false;
    // "better than Y": the term stands before; 比 Y 更好: after.
    return term.last <= first ? first - term.last <= 6 : term.first >= mention.last && term.first - mention.last <= 12;
  });
}

/** 没有乙顺手, 还没乙稳: the name between a negator and what it negates is the better one. */
const fallShortOf = new Set(['没有', '没', '远没有', '还没', '还没有', '并没有', '不如', '不及', '远不如', '还不如']);

function isUnreachedStandard(term: PolarTerm, mention: MentionRange, sentence: Sentence): boolean {
  return (
    term.negated &&
    mention.last <= term.first &&
    term.first - mention.last <= 3 &&
    fallShortOf.has(sentence.tokens[mention.first - 1]?.norm ?? '')
  );
}

function roleOf(term: PolarTerm, mention: MentionRange, sentence: Sentence): 'subject' | 'object' {
  const marker = sentence.tokens[mention.first - 1]?.norm ?? '';
  if (mention.last <= term.first) {
    if (sentence.lang === 'zh' && chineseObjectMarkers.has(marker)) return 'object';
    if (sentence.lang === 'zh' && chineseAgentMarkers.has(marker)) return 'subject';
    return term.passive ? 'object' : 'subject';
  }
  if (term.passive) return marker === 'by' ? 'subject' : 'object';
  // 遭起诉的 X: a modifier clause before its head.
  if (sentence.lang === 'zh' && sentence.tokens[term.last]?.norm === '的') return 'subject';
  return 'object';
}

/**
 * How a polar term bears on one mention: role for event verbs, comparison, else distance inside the clause.
 * Rivals in between, clause borders and distance lower the weight.
 */
export function shareOfTerm(
  term: PolarTerm,
  mention: MentionRange,
  mentions: readonly MentionRange[],
  terms: SentenceTerms,
  sentence: Sentence,
): Share {
  const before = mention.last <= term.first;
  const gap = Math.max(0, before ? term.first - mention.last : mention.first - term.last);
  const clauses = Math.abs((terms.clauseOf[mention.first] ?? 0) - term.clause);
  const nearness = 1 / (1 + 0.06 * gap);
  const clauseWeight = clauses === 0 ? 1 : before ? 0.7 ** Math.min(clauses, 3) : 0.4;
  const taken = clauses > 0 && takenByOther(term, mention, mentions, terms) ? 0.35 : 1;
  const passed = sentence.lang === 'zh' && isEarlierObject(term, mention, mentions, terms, sentence) ? 0.25 : 1;
  const weight =
    nearness * clauseWeight * taken * passed * 0.5 ** Math.min(2, rivals(term, mention, mentions, sentence));
  if (isStandard(term, mention, terms, sentence))
    return { bearing: 'standard', valence: -0.8 * term.term.valence, weight };
  if (sentence.lang === 'zh' && isUnreachedStandard(term, mention, sentence))
    return { bearing: 'standard', valence: -term.term.valence, weight };
  const { subject, object } = term.term;
  if (subject === undefined && object === undefined) {
    const doer = isDoer(mention, terms, sentence) ? 0.2 : 1;
    const subjects = sentence.lang === 'zh' && belongsToSubject(term, mention, mentions, terms, sentence) ? 0.3 : 1;
    return { bearing: 'near', valence: term.term.valence, weight: weight * doer * subjects };
  }
  const role = roleOf(term, mention, sentence);
  // A verb without an object (崩盘, 走红) says something of whoever stands near when nobody before it claims it.
  if (sentence.lang === 'zh' && role === 'object' && object === 0 && !term.passive) {
    return { bearing: 'near', valence: subject ?? 0, weight: weight * (clauses === 0 ? 0.3 : 0.6) };
  }
  return { bearing: role, valence: (role === 'subject' ? subject : object) ?? 0, weight };
}
