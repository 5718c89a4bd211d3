import type { EntityOccurrence, Sentence, Token } from '../document/annotated-document.js';
import type { RoleWords } from './role-words.js';

const PERSON_PRONOUNS = new Set(['he', 'she', 'him', 'his', 'her', 'himself', 'herself', '他', '她', '其本人']);
const THING_PRONOUNS = new Set(['it', 'its', 'itself', '它', '它的']);
const POINTERS_EN = new Set(['the', 'this', 'that']);
const POINTERS_ZH = new Set(['该', '这家', '这一', '这款', '此', '本', '这位', '这名', '该款', '上述', '这', '这个']);
/** 前者 and 后者: the earlier and the later of the last two names. */
const ORDINALS = new Map([
  ['前者', 0],
  ['后者', 1],
]);
/** Every word that a reference can begin with; most words of a text are none. */
const REFERRING = new Set([
  ...PERSON_PRONOUNS,
  ...THING_PRONOUNS,
  ...POINTERS_EN,
  ...POINTERS_ZH,
  ...ORDINALS.keys(),
  '公司',
]);
/** "The former", "the latter"; what follows tells "the former won" from "the former minister". */
const ENGLISH_ORDINALS = new Map([
  ['former', 0],
  ['latter', 1],
]);
const AFTER_ORDINAL =
  /^(?:[^a-z]+|is|was|were|has|had|will|would|did|does|can|could|won|lost|kept|sent|told|made|took|gave|came|got|fell|on|for|in|by|said|sells|[a-z]{3,}ed)$/;
/** Two or three words with capitals may be a person's name. */
const ENGLISH_PERSON =
  /^(?:Dr |Mr |Ms |Mrs |Professor |Judge |Senator )?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2}$/u;
/** A proper name, not "the hearing". */
const PROPER_NAME = /^(?!(?:The|A|An|My|Our|Its|His|Her|Their) )\p{Lu}/u;
/** A short name in Han characters alone may be a person's; longer ones and those with letters or digits are not. */
const HAN_PERSON = /^\p{Script=Han}{2,4}$/u;
/** Verbs and adjectives after an "it" that stands for nothing: "it is clear that", "it seems". */
const EMPTY_IT = new Set([
  'is',
  'was',
  'seems',
  'appears',
  'takes',
  'remains',
  'will',
  'would',
  'may',
  'might',
  'could',
  'turns',
  'has',
]);
const MEMORY = 3;
/** Words of a clause before its subject: "In it", "at home it". */
const LATEST_SUBJECT = 2;

/** The organisation that makes a product or employs a person, as an occurrence names it. */
export type MakerOf = (entityId: string) => Pick<EntityOccurrence, 'entityId' | 'kind' | 'name'> | undefined;

/** What has been named so far, latest last; a reference goes to the last one that fits. */
class Salience {
  private readonly last = new Map<'person' | 'organisation' | 'thing' | 'unknown' | 'named', EntityOccurrence>();
  /** The last two names of different entities, in order. */
  private pair: EntityOccurrence[] = [];
  private readonly kinds: ReadonlyMap<string, EntityOccurrence['kind']>;

  /** @param kinds for given targets that are known entities, the entity's kind */
  constructor(
    kinds: ReadonlyMap<string, EntityOccurrence['kind']>,
    private readonly makerOf: MakerOf,
  ) {
    this.kinds = kinds;
  }

  see(occurrence: EntityOccurrence): void {
    const kind = this.kinds.get(occurrence.entityId) ?? occurrence.kind;
    if (kind === 'person') this.last.set('person', occurrence);
    else if (kind === 'organisation') this.last.set('organisation', occurrence);
    else if (kind === 'product') this.last.set('thing', occurrence);
    else if (kind === 'given') {
      this.last.set('unknown', occurrence);
      if (PROPER_NAME.test(occurrence.name)) this.last.set('named', occurrence);
    }
    if (this.pair.at(-1)?.entityId === occurrence.entityId) this.pair.pop();
    this.pair = [...this.pair.slice(-1), occurrence];
  }

  /** The earlier (0) or the later (1) of the last two names. */
  ordinal(place: number, sentence: number): EntityOccurrence | undefined {
    const found = this.pair.length === 2 ? this.pair[place] : undefined;
    return found && sentence - found.sentence <= MEMORY ? found : undefined;
  }

  recall(kind: 'person' | 'organisation' | 'thing', sentence: number): EntityOccurrence | undefined {
    // A caller's target of which nothing is known may be anything that its name allows.
    const last = this.last.get('unknown');
    const named = this.last.get('named');
    // "Nordlys was invited to the hearing. The company …": a company has a name before anything else.
    const unknown = kind === 'organisation' && named?.sentence === last?.sentence ? (named ?? last) : last;
    const fits = unknown !== undefined && (kind !== 'person' || mayBePerson(unknown.name));
    const found = later(this.last.get(kind), fits ? unknown : undefined);
    if (found && sentence - found.sentence <= MEMORY) return found;
    if (kind !== 'organisation') return undefined;
    // 该公司 after a sentence on a product or its boss is the maker: Murati said … the company's image generator.
    const near = later(this.recall('thing', sentence), this.recall('person', sentence));
    const maker = near === undefined ? undefined : this.makerOf(near.entityId);
    return near === undefined || maker === undefined ? undefined : { ...near, ...maker };
  }
}

function mayBePerson(name: string): boolean {
  return (
    HAN_PERSON.test(name) ||
    (ENGLISH_PERSON.test(name) &&
      !/ (?:Labs?|Bank|Motors|Systems|Data|AI|Robotics|Power|Group|Inc|Corp|Ltd|Kinetics|Micro|Partners|Park)\.?$/.test(
        name,
      ))
  );
}

/**
 * Adds pronouns and descriptions ("she", 该公司, "the company") to the names of a document, each resolved to the last
 * entity of a fitting kind within three sentences. What has no such entity stays unresolved; what stands nearer to an
 * unnamed person (主持人 … 她) too. Returns all occurrences, sorted.
 */
export function resolveReferences(
  sentences: readonly Sentence[],
  names: readonly EntityOccurrence[],
  roles: RoleWords,
  givenKinds: ReadonlyMap<string, EntityOccurrence['kind']>,
  makerOf: MakerOf = () => undefined,
): EntityOccurrence[] {
  if (names.length === 0) return [];
  const salience = new Salience(givenKinds, makerOf);
  const out: EntityOccurrence[] = [];
  let next = 0;
  for (const sentence of sentences) {
    let unnamedPerson = false;
    for (let i = 0; i < sentence.tokens.length; i += 1) {
      const token = sentence.tokens[i];
      if (!token) continue;
      while (next < names.length && (names[next]?.from ?? Infinity) <= token.from) {
        const name = names[next];
        next += 1;
        if (!name) continue;
        salience.see(name);
        out.push(name);
        if (name.kind === 'person' || givenKinds.get(name.entityId) === 'person') unnamedPerson = false;
      }
      if (token.kind !== 'word') continue;
      const mayRefer = REFERRING.has(token.norm);
      if (!mayRefer && roles.classOf(token.norm) !== 'person') continue;
      if (covered(out, token)) continue;
      const place = ORDINALS.get(token.norm);
      if (place !== undefined) {
        refer(salience.ordinal(place, sentence.index), token, token, 'pronoun', sentence, out);
      } else if (PERSON_PRONOUNS.has(token.norm)) {
        if (!unnamedPerson) refer(salience.recall('person', sentence.index), token, token, 'pronoun', sentence, out);
      } else if (THING_PRONOUNS.has(token.norm)) {
        if (token.norm === '它' || (opensClause(sentence, i, LATEST_SUBJECT) && !isEmptyIt(sentence.tokens, i))) {
          const thing = salience.recall('thing', sentence.index);
          const organisation = salience.recall('organisation', sentence.index);
          refer(later(thing, organisation), token, token, 'pronoun', sentence, out);
        }
      } else {
        const described = description(sentence, i, roles);
        const ordinal = englishOrdinal(sentence.tokens, i);
        const second = sentence.tokens[i + 1];
        if (ordinal !== undefined && second) {
          refer(salience.ordinal(ordinal, sentence.index), token, second, 'pronoun', sentence, out);
          i += 1;
        } else if (described) {
          refer(
            salience.recall(described.kind, sentence.index),
            described.first,
            described.last,
            'role',
            sentence,
            out,
          );
          i = described.index;
        } else if (roles.classOf(token.norm) === 'person') unnamedPerson = true;
      }
    }
  }
  for (; next < names.length; next += 1) {
    const name = names[next];
    if (name) out.push(name);
  }
  return out.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** 0 for "the former", 1 for "the latter", where they stand for a name. */
function englishOrdinal(tokens: readonly Token[], index: number): number | undefined {
  if (tokens[index]?.norm !== 'the') return undefined;
  const place = ENGLISH_ORDINALS.get(tokens[index + 1]?.norm ?? '');
  const next = tokens[index + 2]?.norm;
  return place === undefined || (next !== undefined && !AFTER_ORDINAL.test(next)) ? undefined : place;
}

function covered(out: readonly EntityOccurrence[], token: Token): boolean {
  const last = out[out.length - 1];
  return last !== undefined && last.to > token.from;
}

function refer(
  entity: EntityOccurrence | undefined,
  first: Token,
  last: Token,
  resolved: 'pronoun' | 'role',
  sentence: Sentence,
  out: EntityOccurrence[],
): void {
  if (!entity) return;
  const { entityId, kind, name } = entity;
  out.push({ entityId, kind, name, sentence: sentence.index, resolved, from: first.from, to: last.to });
}

function later(a: EntityOccurrence | undefined, b: EntityOccurrence | undefined): EntityOccurrence | undefined {
  if (!a || !b) return a ?? b;
  return a.from > b.from ? a : b;
}

function opensClause(sentence: Sentence, index: number, latest = 1): boolean {
  const clause = sentence.clauses.find((c) => index >= c.firstToken && index < c.lastToken);
  return clause !== undefined && index - clause.firstToken <= latest;
}

/** "It is clear that …", "it will take years": the pronoun is only grammar. */
function isEmptyIt(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.norm !== 'it') return false;
  const verb = tokens[index + 1]?.norm ?? '';
  if (!EMPTY_IT.has(verb)) return false;
  return tokens.slice(index + 2, index + 7).some((token) => token.norm === 'that' || token.norm === 'to');
}

interface Description {
  kind: 'person' | 'organisation' | 'thing';
  first: Token;
  last: Token;
  index: number;
}

/** A noun for a kind of thing behind a word that points back: 该公司, "the company", "the San Francisco startup". */
function description(sentence: Sentence, index: number, roles: RoleWords): Description | null {
  const { tokens } = sentence;
  const first = tokens[index];
  if (!first) return null;
  const chinese = POINTERS_ZH.has(first.norm);
  if (!chinese && !POINTERS_EN.has(first.norm)) {
    // A bare 公司 that opens its clause is the one that the text is about.
    return first.norm === '公司' && opensClause(sentence, index) && tokens[index + 1]?.kind === 'word'
      ? { kind: 'organisation', first, last: first, index }
      : null;
  }
  for (let i = index + 1; i <= index + (chinese ? 2 : 3); i += 1) {
    const token = tokens[i];
    if (!token || token.kind !== 'word') return null;
    const kind = roles.classOf(token.norm);
    const pair = roles.classOf(`${token.norm} ${tokens[i + 1]?.norm ?? ''}`);
    if (pair === 'role') return { kind: 'person', first, last: tokens[i + 1] ?? token, index: i + 1 };
    if (kind === undefined || kind === 'measure') continue;
    if (kind === 'person') return null;
    // "the company's chief executive" is a person described through the company; the company is what is named here.
    const following = roles.classOf(tokens[i + 1]?.norm ?? '');
    if (following !== undefined && following !== 'measure' && !token.text.endsWith('s')) continue;
    return {
      kind: kind === 'role' ? 'person' : kind === 'organisation' ? 'organisation' : 'thing',
      first,
      last: token,
      index: i,
    };
  }
  return null;
}
