import type { AnnotatedDocument, EntityOccurrence } from '../document/annotated-document.js';
import type { SpeakerPhrase } from './attribution.js';

interface Known {
  name: string;
  entityId?: string;
  kind: 'person' | 'organisation' | 'role';
  title?: string;
}

const FULL_CHINESE = /[\u4e00-\u9fff]{1,6}(?:\s*[·•・‧]\s*[\u4e00-\u9fff]{1,8}){1,3}/gu;
const FULL_ENGLISH = /[A-Z][\w.'’-]+(?:\s+(?:[A-Z]\.|de|van|von|da|al|bin|[A-Z][\w'’-]+)){1,3}/gu;
const GLOSS = /([\u4e00-\u9fff]{2,5}(?:\s*[·•・‧]\s*[\u4e00-\u9fff]{1,8}){0,3})\s*[（(]\s*([A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){1,3})\s*[,，)）]/gu;
const HONORIFIC = /(?:先生|女士|教授|博士|总|老师|院士|董事长|们)$/u;
const TITLE_WORDS = /(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|President|CEO)\.?\s+/gu;
/** Names collected from one text at most; keeps hostile input linear. */
const MAX_NAMES = 2000;

/** Remembers who has been named, so that short names, pronouns and roles find the fullest name in the text. */
export class SpeakerMemory {
  private readonly fullByPart = new Map<string, string>();
  private readonly entityByName = new Map<string, EntityOccurrence>();
  private readonly fullestByEntity = new Map<string, { han?: string; latin?: string; any: string }>();
  private readonly occurrences: readonly EntityOccurrence[];
  private lastPerson: Known | undefined;
  private lastOrganisation: Known | undefined;
  private lastSpeaker: Known | undefined;
  private readonly byTitle: Known[] = [];
  private cursor = 0;
  private quiet = 0;

  constructor(document: AnnotatedDocument) {
    const { text } = document;
    this.occurrences = document.occurrences;
    for (const [pattern, part] of [[FULL_CHINESE, /[·•・‧]\s*/u], [FULL_ENGLISH, /\s+/u]] as const) {
      let count = 0;
      for (const match of text.matchAll(pattern)) {
        if ((count += 1) > MAX_NAMES) break;
        const full = pattern === FULL_CHINESE ? match[0].replace(/\s+/gu, '').replace(/^.*(?:官|人|员|家|师|裁|长|席|任|理|士|授)(?=[\u4e00-\u9fff]+[·•・‧])/u, '') : match[0].replace(TITLE_WORDS, '').replace(/['’]s$/u, '');
        const last = full.split(part).at(-1);
        if (last && last !== full && !this.fullByPart.has(last)) this.fullByPart.set(last, full);
        if (pattern === FULL_CHINESE) {
          const first = full.split(/[·•・‧]/u)[0];
          if (first && first.length >= 2 && !this.fullByPart.has(first)) this.fullByPart.set(first, full);
        }
      }
    }
    for (const match of text.matchAll(GLOSS)) {
      const [, chinese, english] = match;
      if (!chinese || !english) continue;
      const full = chinese.replace(/\s+/gu, '').replace(/^.*(?:官|创始人|总裁|董事长|科学家|教授)(?=[\u4e00-\u9fff])/u, '');
      this.fullByPart.set(english, full);
      const last = english.split(/\s+/u).at(-1);
      if (last) this.fullByPart.set(last, full);
    }
    for (const occurrence of document.occurrences) {
      if (occurrence.kind === 'product' || occurrence.kind === 'concept' || occurrence.resolved === 'pronoun' || occurrence.resolved === 'role') continue;
      const words = text.slice(occurrence.from, occurrence.to).replace(/\s*([·•・‧])\s*/gu, '·');
      this.entityByName.set(words, occurrence);
      const fullest = this.fullestByEntity.get(occurrence.entityId) ?? { any: words };
      const script = /[\u4e00-\u9fff]/u.test(words) ? 'han' : 'latin';
      if (words.length > (fullest[script]?.length ?? 0)) fullest[script] = words;
      this.fullestByEntity.set(occurrence.entityId, fullest);
    }
  }

  /** The speaker by the fullest name; a missing phrase continues the last speaker. */
  resolve(phrase: SpeakerPhrase | undefined, at: number): Known | undefined {
    this.readTo(phrase?.from ?? at);
    const known = phrase ? this.known(phrase) : this.quiet <= 1 ? this.lastSpeaker : undefined;
    if (!known) return undefined;
    this.quiet = 0;
    this.lastSpeaker = known;
    if (known.kind === 'person') {
      this.lastPerson = known;
      if (known.title) this.byTitle.push(known);
    }
    if (known.kind === 'organisation') this.lastOrganisation = known;
    return known;
  }

  /** A paragraph without any speech: words after it are no longer taken for the last speaker's. */
  endParagraph(): void {
    this.quiet += 1;
  }

  /** Takes in the people and organisations that stand before `at`. */
  private readTo(at: number): void {
    for (let next = this.occurrences[this.cursor]; next && next.from < at; next = this.occurrences[this.cursor]) {
      this.cursor += 1;
      if (next.resolved === 'pronoun' || next.resolved === 'role') continue;
      if (next.kind === 'person') this.lastPerson = this.entity(next.entityId, next.name, 'person');
      else if (next.kind === 'organisation') this.lastOrganisation = this.entity(next.entityId, next.name, 'organisation');
    }
  }

  private known(phrase: SpeakerPhrase): Known | undefined {
    if (phrase.kind === 'pronoun') return this.referent(phrase);
    const plain = phrase.name.replace(TITLE_WORDS, '').trim();
    const occurrence = this.entityByName.get(plain) ?? this.inside(phrase);
    const title = phrase.title ? { title: phrase.title } : {};
    if (occurrence && phrase.kind !== 'role') {
      return { ...this.entity(occurrence.entityId, plain, occurrence.kind === 'person' ? 'person' : 'organisation'), ...title };
    }
    if (phrase.kind === 'role') return this.titled(plain) ?? { name: plain, kind: 'role' };
    const full = this.fullByPart.get(plain) ?? this.fullByPart.get(plain.replace(HONORIFIC, '')) ?? this.surnamed(plain) ?? plain;
    const entity = this.entityByName.get(full);
    const kind = phrase.kind === 'person' || full !== plain ? 'person' : 'organisation';
    return { name: full, kind, ...(entity ? { entityId: entity.entityId } : {}), ...title };
  }

  /** An occurrence that ends where the phrase ends and covers most of it. */
  private inside(phrase: SpeakerPhrase): EntityOccurrence | undefined {
    let low = 0;
    let high = this.occurrences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.occurrences[middle]?.from ?? 0) < phrase.from) low = middle + 1;
      else high = middle;
    }
    const occurrence = this.occurrences[low];
    if (!occurrence || occurrence.kind === 'product' || occurrence.kind === 'concept') return undefined;
    return occurrence.from === phrase.from && occurrence.to <= phrase.to && occurrence.to >= phrase.to - 1 ? occurrence : undefined;
  }

  private referent(phrase: SpeakerPhrase): Known | undefined {
    const words = phrase.name;
    if (/公司|机构|企业|实验室|团队|^(?:it|the (?:company|startup|start-up|firm|lab|group|agency|chipmaker|carmaker|ministry|maker|watchdog|regulator))$/iu.test(words)) return this.lastOrganisation ?? this.lastSpeaker ?? { name: words, kind: 'role' };
    if (/发言人|spokes/iu.test(words)) return this.lastSpeaker?.name.match(/发言人|spokes/iu) ? this.lastSpeaker : { name: words.replace(/^(?:the|该)\s*/iu, ''), kind: 'role' };
    const role = words.replace(/^(?:the|该|这位)\s*/iu, '');
    const titled = this.byTitle.findLast((known) => known.title?.toLowerCase().includes(role.toLowerCase()));
    return titled ?? (this.lastSpeaker?.kind === 'person' || this.lastSpeaker?.kind === 'role' ? this.lastSpeaker : undefined) ?? this.lastPerson ?? this.lastSpeaker;
  }

  /** "OpenAI首席技术官": a person named elsewhere with that title. */
  private titled(role: string): Known | undefined {
    const plain = role.replace(/\s+/gu, '').toLowerCase();
    return this.byTitle.findLast((known) => known.title !== undefined && known.title.replace(/\s+/gu, '').toLowerCase().includes(plain));
  }

  private surnamed(name: string): string | undefined {
    const match = /^([\u4e00-\u9fff])(?:总|先生|女士|教授|博士|老师|院士|董)$/u.exec(name);
    if (!match) return undefined;
    return this.lastPerson?.name.startsWith(match[1] ?? '') ? this.lastPerson.name : undefined;
  }

  private entity(entityId: string, words: string, kind: Known['kind']): Known {
    const fullest = this.fullestByEntity.get(entityId);
    const han = /[\u4e00-\u9fff]/u.test(words);
    return { name: (han ? fullest?.han : (fullest?.latin ?? fullest?.han)) ?? fullest?.any ?? words, entityId, kind };
  }
}
