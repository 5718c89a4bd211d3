import type { SpeakerPhrase } from './attribution.js';
import { tidyName, type NameIndex, type NamedMention } from './name-index.js';

/** A speaker by the fullest name in the text. */
interface KnownSpeaker {
  name: string;
  entityId?: string;
  kind: 'person' | 'organisation' | 'role';
  title?: string;
}

const HONORIFIC = /(?:先生|女士|教授|博士|总|老师|院士|董事长|们)$/u;
const TITLE_WORDS = /^(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|President|CEO)\.?\s+/u;
const COMPANY =
  /公司|机构|企业|实验室|团队|^(?:it|the (?:company|startup|start-up|firm|lab|group|agency|chipmaker|carmaker|ministry|maker|watchdog|regulator))$/iu;

/** Remembers who has spoken, so that short names, pronouns and roles find the fullest name in the text. */
export class SpeakerMemory {
  private lastPerson: KnownSpeaker | undefined;
  private lastOrganisation: KnownSpeaker | undefined;
  private lastSpeaker: KnownSpeaker | undefined;
  private readonly titled: KnownSpeaker[] = [];
  private cursor = 0;
  private quiet = 0;

  constructor(private readonly names: NameIndex) {}

  /** The speaker by the fullest name; a missing phrase continues the last speaker. */
  resolve(phrase: SpeakerPhrase | undefined, at: number): KnownSpeaker | undefined {
    this.readTo(phrase?.from ?? at);
    const known = phrase ? this.known(phrase) : this.quiet <= 1 ? this.lastSpeaker : undefined;
    if (!known) return undefined;
    this.quiet = 0;
    this.lastSpeaker = known;
    if (known.kind === 'person') {
      this.lastPerson = known;
      if (known.title) this.titled.push(known);
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
    const { mentions } = this.names;
    for (let next = mentions[this.cursor]; next && next.at < at; next = mentions[this.cursor]) {
      this.cursor += 1;
      const known = this.mentioned(next);
      if (next.kind === 'person') this.lastPerson = known;
      else this.lastOrganisation = known;
    }
  }

  private mentioned({ name, kind, entityId }: NamedMention): KnownSpeaker {
    if (entityId === undefined) return { name: this.names.fullNameOf(name) ?? name, kind };
    return { name: this.names.fullestOf(entityId, name), kind, entityId };
  }

  private known(phrase: SpeakerPhrase): KnownSpeaker | undefined {
    if (phrase.kind === 'pronoun') return this.referent(phrase.name);
    const plain = tidyName(phrase.name).replace(TITLE_WORDS, '');
    if (phrase.kind === 'role') {
      const introduced = this.names.introducedAs(plain);
      return this.byRole(plain) ?? (introduced && this.mentioned(introduced)) ?? { name: plain, kind: 'role' };
    }
    const title = phrase.title ? { title: phrase.title } : {};
    const full =
      this.names.fullNameOf(plain) ?? this.names.fullNameOf(plain.replace(HONORIFIC, '')) ?? this.surnamed(plain);
    const occurrence =
      this.names.occurrenceOf(plain) ?? (full === undefined ? undefined : this.names.occurrenceOf(full));
    if (occurrence) {
      const { entityId } = occurrence;
      const kind = occurrence.kind === 'person' ? 'person' : 'organisation';
      const fullest = this.names.fullestOf(entityId, plain);
      return { name: full && full.length > fullest.length ? full : fullest, entityId, kind, ...title };
    }
    const kind = phrase.kind === 'person' || full !== undefined ? 'person' : 'organisation';
    return { name: full ?? plain, kind, ...title };
  }

  private referent(words: string): KnownSpeaker | undefined {
    if (/发言人|spokes/iu.test(words)) {
      if (this.lastSpeaker && /发言人|spokes/iu.test(this.lastSpeaker.name)) return this.lastSpeaker;
      return { name: words.replace(/^(?:the\s+|该)/iu, ''), kind: 'role' };
    }
    if (COMPANY.test(words)) return this.lastOrganisation ?? this.lastSpeaker ?? { name: words, kind: 'role' };
    const role = words.replace(/^(?:the\s+|该|这位)/iu, '').toLowerCase();
    const titled = this.titled.findLast((known) => known.title?.toLowerCase().includes(role));
    const speaker = this.lastSpeaker?.kind === 'organisation' ? undefined : this.lastSpeaker;
    return titled ?? speaker ?? this.lastPerson ?? this.lastSpeaker;
  }

  /** "OpenAI首席技术官": a person named elsewhere with that title. */
  private byRole(role: string): KnownSpeaker | undefined {
    const plain = role.replace(/\s+/gu, '').toLowerCase();
    return this.titled.findLast((known) => known.title?.replace(/\s+/gu, '').toLowerCase().includes(plain));
  }

  /** 周总, 李教授: the last person of that surname. */
  private surnamed(name: string): string | undefined {
    const match = /^([\u4e00-\u9fff])(?:总|先生|女士|教授|博士|老师|院士|董)$/u.exec(name);
    return match?.[1] && this.lastPerson?.name.startsWith(match[1]) ? this.lastPerson.name : undefined;
  }
}
