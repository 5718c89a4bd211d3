import type { EntityKind } from '@timbre/contracts';
import type { Token } from '../document/annotated-document.js';
import { isHan } from '../folding/character-classes.js';
import type { RoleClass, RoleWords } from './role-words.js';

/** A stretch of tokens that looks like a name, and what the words around it say of its kind. */
export interface NameEvidence {
  first: number;
  last: number;
  kind: EntityKind;
}

const REPORTING = new Set(
  'said says told added argued wrote warned noted explained announced predicted claimed believes tweeted 表示 称 说 指出 认为 透露 强调 坦言 直言 告诉 介绍 预测 预言 写道 补充 提到 感慨 宣布 接受 回应 解释'.split(
    ' ',
  ),
);
const COMPANY_SUFFIX = new Set(
  'inc inc. corp corp. ltd ltd. llc labs lab technologies technology robotics university institute foundation capital ventures systems group holdings networks ai'.split(
    ' ',
  ),
);
const NOT_NAMES = new Set(
  'the a an this that these those it he she they we i you in on at by for from with but and or if when while as after before since however meanwhile yet so to of is was are were its his her their our my new last next first monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mr mrs ms dr according chief president ceo'.split(
    ' ',
  ),
);

function isCapitalised(token: Token | undefined): token is Token {
  if (token?.kind !== 'word' || token.text.charCodeAt(0) >= 0x2e80) return false;
  const first = token.text.charCodeAt(0);
  if (first >= 97 && first <= 122) return false;
  return /^\p{Lu}[\p{L}.'’-]*$/u.test(token.text) && !NOT_NAMES.has(token.norm);
}

/** Capitalised words in a row that a verb of speech, an office or a company word marks as a name. */
export function latinNameAt(tokens: readonly Token[], index: number, roles: RoleWords): NameEvidence | null {
  if (!isCapitalised(tokens[index]) || isCapitalised(tokens[index - 1])) return null;
  let last = index;
  while (last - index < 4 && isCapitalised(tokens[last + 1])) last += 1;
  const ending = tokens[last]?.norm ?? '';
  const before = tokens[index - 1]?.norm ?? '';
  const after = tokens[last + 1]?.norm ?? '';
  const words = last - index + 1;
  if (words > 1 && COMPANY_SUFFIX.has(ending)) return { first: index, last, kind: 'organisation' };
  const beside = roles.classOf(before);
  const behind = roles.classOf(after);
  if (words >= 2 && words <= 3 && /^\p{Lu}\p{Ll}/u.test(tokens[last]?.text ?? '')) {
    if (beside === 'role' || REPORTING.has(after) || REPORTING.has(before))
      return { first: index, last, kind: 'person' };
    if (after === ',' && tokens.slice(last + 2, last + 8).some((token) => isOffice(roles.classOf(token.norm)))) {
      return { first: index, last, kind: 'person' };
    }
  }
  if (beside === 'organisation' || (behind === 'organisation' && isHan(after.charCodeAt(0)))) {
    return { first: index, last, kind: 'organisation' };
  }
  return null;
}

function isOffice(kind: RoleClass | undefined): boolean {
  return kind === 'role' || kind === 'person';
}

const firstsOf = new WeakMap<ReadonlySet<string>, Uint8Array>();

/** 1 for each unit that a family name begins with. */
function firstUnits(surnames: ReadonlySet<string>): Uint8Array {
  let firsts = firstsOf.get(surnames);
  if (!firsts) {
    firsts = new Uint8Array(0x10000);
    for (const surname of surnames) firsts[surname.charCodeAt(0)] = 1;
    firstsOf.set(surnames, firsts);
  }
  return firsts;
}

/** A family name and one or two characters, or a transliterated name with a dot, beside an office or a verb of speech. */
export function hanNameAt(
  tokens: readonly Token[],
  index: number,
  roles: RoleWords,
  surnames: ReadonlySet<string>,
): NameEvidence | null {
  const first = tokens[index];
  if (first?.kind !== 'word' || !isHan(first.norm.charCodeAt(0))) return null;
  const dotted = tokens[index + 1]?.norm === '·';
  if (!dotted && (first.norm.length > 4 || firstUnits(surnames)[first.norm.charCodeAt(0)] !== 1)) return null;
  // Three characters that the dictionary has no word for, right before a verb of speech, are a name without an office too.
  const unknown =
    first.norm.length === 1 && tokens[index + 1]?.norm.length === 1 && tokens[index + 2]?.norm.length === 1;
  const beforeRole = roles.classOf(tokens[index - 1]?.norm ?? '') === 'role';
  if (!dotted && !beforeRole && !unknown) return null;
  if (!dotted && !surnames.has(first.norm.charAt(0)) && !surnames.has(first.norm.slice(0, 2))) return null;
  if (dotted) {
    let last = index + 1;
    while (last - index < 7 && isAdjacentHan(tokens, last)) last += 1;
    const marked = beforeRole || REPORTING.has(tokens[last + 1]?.norm ?? '') || tokens[last + 1]?.norm === '(';
    return last > index + 1 && marked ? { first: index, last, kind: 'person' } : null;
  }
  let text = first.norm;
  let last = index;
  while (text.length < 3 && tokens[last + 1]?.norm.length === 1 && isAdjacentHan(tokens, last)) {
    const next = tokens[last + 1]?.norm ?? '';
    if (REPORTING.has(next)) break;
    last += 1;
    text += next;
  }
  const surname = surnames.has(text.slice(0, 2)) ? 2 : surnames.has(text.slice(0, 1)) ? 1 : 0;
  if (surname === 0 || text.length <= surname || text.length > surname + 2) return null;
  const after = tokens[last + 1]?.norm ?? '';
  const speaks = REPORTING.has(after) || after === '(';
  const marked = beforeRole
    ? speaks || after === ',' || after === '、'
    : text.length === 3 && last === index + 2 && speaks;
  return marked ? { first: index, last, kind: 'person' } : null;
}

/** Whether the token after `index` is Han (or the dot of a name) and follows without a gap. */
function isAdjacentHan(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  if (!next) return false;
  const code = next.norm.charCodeAt(0);
  return isHan(code) || code === 0xb7;
}
