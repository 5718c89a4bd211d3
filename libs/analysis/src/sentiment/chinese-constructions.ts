import type { Sentence } from '../document/annotated-document.js';
import type { CompiledTerm } from '../lexicon/compiled-term.js';
import type { MentionRange } from './mention-range.js';
import type { PolarTerm } from './polar-term.js';
import type { SentenceTerms } from './sentence-terms.js';

/** What a construction, rather than a word, says of a name; `at` is the word that carries it. */
interface Construction {
  at: number;
  amount: number;
}

/** 只有乙的六成, 不到乙的一半: words that call a share small … */
const smallShare = new Set([
  '只有',
  '仅',
  '仅有',
  '仅为',
  '仅是',
  '只',
  '只是',
  '只能',
  '不到',
  '不足',
  '才',
  '尚不及',
  '还不到',
  '不及',
]);
/** … and words of shares and multiples. */
const fraction =
  /^(?:一半|[一二三四五六七八九]成|零头|[几数]?分之[一二三四五六七八九]|[二三四五六七八九十百]+分之[一二三四五六七八九]|百分之.+|\d+(?:\.\d+)?%)$/u;
const multiple = /^(?:[两二三四五六七八九十百数几]+(?:多)?倍|\d+(?:\.\d+)?倍)$/u;
const strength = 2;

/** −1 when less of what the clause measures is better, else 1. */
function measured({ modifiers, clauseOf }: SentenceTerms, clause: number): number {
  const quantity = modifiers.find(({ term, first }) => term.modifier === 'quantity' && clauseOf[first] === clause);
  return quantity !== undefined && quantity.term.value < 0 ? -1 : 1;
}

/** A share or multiple of somebody in a clause, with the word that opens it. */
interface Share {
  clause: number;
  opener: number;
  at: number;
  /** +1 when the one before it is the greater. */
  sign: number;
}

/** Last characters of shares and multiples; most words are told apart by theirs. */
const shareEnd = /[半成头一二三四五六七八九%倍]$/u;

function readShares(terms: SentenceTerms, { tokens, clauses }: Sentence): Share[] {
  const found: Share[] = [];
  clauses.forEach(({ firstToken, lastToken }, clause) => {
    for (let at = firstToken + 1; at < lastToken; at++) {
      const norm = tokens[at]?.norm ?? '';
      const joined = norm + (tokens[at + 1]?.norm ?? '');
      if (!shareEnd.test(norm) && !shareEnd.test(joined)) continue;
      const times = multiple.test(norm) || multiple.test(joined);
      if (!times && !fraction.test(norm) && !fraction.test(joined)) continue;
      let opener = -1;
      for (let back = at - 1; back >= Math.max(firstToken, at - 12); back--) {
        const word = tokens[back]?.norm ?? '';
        if (smallShare.has(word) || (times && (word === '是' || word === '达' || word === '高达'))) opener = back;
      }
      if (opener < 0 || (times && smallShare.has(tokens[opener]?.norm ?? ''))) continue;
      found.push({ clause, opener, at, sign: (times ? 1 : -1) * measured(terms, clause) });
      return;
    }
  });
  return found;
}

let last: { terms: SentenceTerms; shares: Share[] } | undefined;

/** 甲只有乙的六成: the one before the small share is the lesser, the one whose share it is the greater. */
function shareComparisons(mention: MentionRange, terms: SentenceTerms, sentence: Sentence): Construction[] {
  // The targets of a sentence come one after the other.
  if (last?.terms !== terms) last = { terms, shares: readShares(terms, sentence) };
  const clause = terms.clauseOf[mention.first] ?? 0;
  const found: Construction[] = [];
  for (const share of last.shares) {
    if (share.clause !== clause) continue;
    if (mention.last <= share.opener) found.push({ at: share.opener, amount: share.sign * strength });
    // Only whose share it is: 只有乙的六成, not 乙只卖出六成.
    else if (mention.first > share.opener && mention.last <= share.at && !follows(mention, sentence, '的'))
      found.push({ at: share.at, amount: -share.sign * 0.8 * strength });
  }
  return found;
}

function follows({ first }: MentionRange, { tokens }: Sentence, word: string): boolean {
  return tokens[first - 1]?.norm === word;
}

/** Openings that call what follows the only thing that held the worst off: 要不是, 若非, 没有 … 就. */
const withoutIt = new Set([
  '要不是', '若不是', '若非', '如果不是', '要是没有', '如果没有', '假如没有', '若没有', '倘若没有', '若无', '如无', '没有', '没', '要没有',
]); // prettier-ignore
const hypothetical = new Set([
  '就',
  '早',
  '早就',
  '早已',
  '恐怕',
  '怕是',
  '会',
  '不会',
  '将',
  '哪',
  '哪里',
  '哪来',
  '何来',
  '还',
  '得',
  '怎么',
  '拿什么',
  '至今',
  '可能',
  '也许',
  '也',
]);

/** 要不是甲, …: whoever is named there is thanked, or blamed when what follows would have been good. */
function counterfactual(mention: MentionRange, terms: SentenceTerms, sentence: Sentence): Construction | undefined {
  const { tokens } = sentence;
  const clause = terms.clauseOf[mention.first] ?? 0;
  for (let at = mention.first - 1; at >= Math.max(0, mention.first - 4) && terms.clauseOf[at] === clause; at--) {
    const norm = tokens[at]?.norm ?? '';
    const joined = norm + (tokens[at + 1]?.norm ?? '');
    const opening = withoutIt.has(joined) ? joined : norm;
    if (!withoutIt.has(opening)) continue;
    const after = tokens.findIndex((_, index) => (terms.clauseOf[index] ?? 0) > clause);
    if (after < 0) return undefined;
    let outcome = 0;
    for (const term of terms.polar) {
      if (term.first < after) continue;
      const { valence, subject = 0, object = 0 } = term.term;
      const tone = valence !== 0 ? valence : Math.abs(subject) > Math.abs(object) ? subject : object;
      outcome += term.negated ? -tone : tone;
    }
    // A bare 没有 needs a consequence that sounds like one.
    if (opening.length <= 2 && !opening.startsWith('若') && !opening.startsWith('如')) {
      const opens = at === 0 || tokens[at - 1]?.kind === 'punctuation';
      const sounds = tokens.slice(after, after + 6).some((token) => hypothetical.has(token.norm));
      if (!sounds && !(opens && outcome < -1)) return undefined;
    }
    return { at, amount: outcome > 1 ? -strength : strength };
  }
  return undefined;
}

const frame: CompiledTerm = { lemma: '⟨construction⟩', valence: 0, pos: 'x', form: 'base', value: 1 };

/** What constructions say of a mention, as terms that stand at the word that carries them. */
export function constructionsOf(
  mention: MentionRange,
  terms: SentenceTerms,
  sentence: Sentence,
): { term: PolarTerm; amount: number }[] {
  const found = shareComparisons(mention, terms, sentence);
  const thanks = counterfactual(mention, terms, sentence);
  if (thanks !== undefined) found.push(thanks);
  return found.map(({ at, amount }) => {
    const token = sentence.tokens[at];
    const { from, to } = token ?? sentence;
    const clause = terms.clauseOf[at] ?? 0;
    const conceded = terms.modifiers.some(
      ({ term: { modifier }, first }) => modifier === 'concession' && terms.clauseOf[first] === clause && first <= at,
    );
    const place = { first: at, last: at + 1, from, to, clause };
    return {
      term: { term: frame, ...place, factor: 1, negated: false, irrealis: false, passive: false },
      amount: conceded ? amount * 0.4 : amount,
    };
  });
}
