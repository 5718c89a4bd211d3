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

/** 甲只有乙的六成: the one before the small share is the lesser, the one whose share it is the greater. */
function shareComparisons(mention: MentionRange, terms: SentenceTerms, sentence: Sentence): Construction[] {
  const { tokens } = sentence;
  const clause = terms.clauseOf[mention.first] ?? 0;
  const found: Construction[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (terms.clauseOf[at] !== clause) continue;
    const norm = tokens[at]?.norm ?? '';
    const joined = norm + (tokens[at + 1]?.norm ?? '');
    const times = multiple.test(norm) || multiple.test(joined);
    if (!times && !fraction.test(norm) && !fraction.test(joined)) continue;
    let opener = -1;
    for (let back = at - 1; back >= Math.max(0, at - 12) && terms.clauseOf[back] === clause; back--) {
      const word = tokens[back]?.norm ?? '';
      if (smallShare.has(word) || (times && (word === '是' || word === '达' || word === '高达'))) opener = back;
    }
    if (opener < 0 || (times && smallShare.has(tokens[opener]?.norm ?? ''))) continue;
    const sign = (times ? 1 : -1) * measured(terms, clause);
    if (mention.last <= opener) found.push({ at: opener, amount: sign * strength });
    // Only whose share it is: 只有乙的六成, not 乙只卖出六成.
    else if (mention.first > opener && mention.last <= at && tokens[mention.first - 1]?.norm !== '的')
      found.push({ at, amount: -sign * 0.8 * strength });
    break;
  }
  return found;
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
