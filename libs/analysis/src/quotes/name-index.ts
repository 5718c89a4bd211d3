import type { SpeakerPhrase } from './attribution.js';
import type { AnnotatedDocument, EntityOccurrence } from '../document/annotated-document.js';

/** A person or organisation that the text names, in the order of the text. */
export interface NamedMention {
  at: number;
  name: string;
  kind: 'person' | 'organisation';
  entityId?: string;
}

/** Characters that write foreign names in Chinese; few of them stand side by side in other words. */
export const TRANSLITERATION =
  '阿埃艾爱安昂奥澳巴拔柏班邦保鲍贝本比彼毕别宾波伯博勃布蔡查柴彻楚茨达大代戴丹当道德登邓迪蒂丁东杜顿多俄厄恩尔法凡范菲费芬丰冯佛弗夫福富盖冈高戈哥格葛根贡古瓜圭哈海汉杭赫黑亨洪胡怀惠霍基吉加贾简杰金京卡凯坎康考柯科克肯孔库夸奎昆扩拉莱赖兰朗劳勒雷蕾黎李里理丽利莉连廉列林琳留龙卢鲁路露伦罗洛吕马玛迈麦曼芒毛梅美门蒙孟米密缅敏明摩莫墨默姆木穆内纳娜乃南尼宁纽努诺欧帕潘庞佩彭皮匹平坡珀普齐奇恰钱强乔切琼丘让热仁日荣茹儒瑞若萨塞赛桑瑟森沙莎山珊尚绍舍申圣施史舒斯丝朔司思松苏素索塔泰坦唐特滕提田铁廷透图托陀瓦万旺威韦维魏温文翁沃乌吾武希西锡席夏显香肖谢辛欣兴雄休徐许雪雅亚扬尧耶叶伊依因英永尤于约云再泽扎詹珍芝治朱卓孜佐迦伽茜薇黛妮娅琪翠莲芙娃婕';

const DOTTED = new RegExp(`[${TRANSLITERATION}]{1,6}(?:\\s*[·•・‧]\\s*[${TRANSLITERATION}]{1,8}){1,3}`, 'gu');
const CAPITALISED = /[A-Z][\w.'’-]+(?:\s+(?:[A-Z]\.|de|van|von|da|al|bin|[A-Z][\w'’-]+)){1,3}/gu;
const GLOSS =
  /([\u4e00-\u9fff]{2,5}(?:\s*[·•・‧]\s*[\u4e00-\u9fff]{1,8}){0,3})\s*[（(]\s*([A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){1,3})\s*[,，)）]/gu;
const TITLED =
  /^.*(?:官|创始人|总裁|董事长|科学家|教授|CEO|主席|总监|博士|工程师|记者|部长|发言人)(?=[\u4e00-\u9fff])/u;
const LEADING_TITLE =
  /^(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|President|CEO|Chief|Executive|Officer|Commissioner|Minister|Senator|Secretary|Judge|Founder|Chairman|The|In|On|At|And|But|When|As|For|While|After|Meanwhile|However|Yet|If|By|From|With|Prime|Education|Investor|Analyst|Researcher|Neurologist|Economist|Former|Last|Next|Both|Since|Though)\.?\s+)+/u;
const ORGANISED =
  /(?:Inc|Corp|Ltd|Labs?|University|Institute|Group|Commission|Bank|Times|Post|Journal|News|House|Street|Systems|Technologies|Research|Robotics|Foundation|Agency|Department|Ministry|Union|Council|Court|Act|Valley|States|Kingdom|City|Studio|Studios|Motors|Capital|Ventures|Partners|Association|Intelligence|AI|Cloud|Review|School|College|Committee|Party|Prize|Day|Summit|Conference|Center|Centre|Office|Security|Pro|Max|Ultra|Mini)$/u;
/** Names collected from one text at most; keeps hostile input linear. */
const MAX_NAMES = 2000;
const MAX_LENGTH = 14;
/** Shorter roles (创始人, "the CEO") fit too many people. */
const MIN_ROLE = 5;
const MAX_ROLE = 24;
const MAX_INTRODUCTIONS = 300;

/** The names of a text: which short form belongs to which full name, and what is a name at all. */
export class NameIndex {
  readonly mentions: NamedMention[] = [];
  /** Who opens a clause, by its words; filled by the reader of attributions. */
  readonly subjects = new Map<string, SpeakerPhrase | null>();
  private readonly fullByPart = new Map<string, string>();
  private readonly occurrenceByName = new Map<string, EntityOccurrence>();
  /** Last units of all names; most words end in another. */
  private lastUnits: ReadonlySet<number> | undefined;
  private readonly fullest = new Map<string, { han?: string; latin?: string }>();

  private readonly text: string;

  constructor({ text, occurrences }: AnnotatedDocument) {
    this.text = text;
    this.readOccurrences(text, occurrences);
    if (/[·•・‧]/u.test(text)) this.readDotted(text);
    this.readCapitalised(text);
    if (/[（(]\s*[A-Z]/u.test(text)) this.readGlosses(text);
    this.mentions.sort((a, b) => a.at - b.at);
  }

  /** Where a known name of the text begins that ends with `words`, or undefined. */
  knownAtEnd(words: string): number | undefined {
    this.lastUnits ??= new Set(
      [...this.occurrenceByName.keys(), ...this.fullByPart.keys()].map((name) => name.charCodeAt(name.length - 1)),
    );
    if (!this.lastUnits.has(words.charCodeAt(words.length - 1))) return undefined;
    for (let length = Math.min(MAX_LENGTH, words.length); length >= 2; length -= 1) {
      const name = words.slice(-length);
      if (this.occurrenceByName.has(name) || this.fullByPart.has(name)) return words.length - length;
    }
    return undefined;
  }

  /** The person whom the text introduces by exactly this role: "OpenAI 首席技术官米拉·穆拉蒂". */
  introducedAs(role: string): NamedMention | undefined {
    const plain = role.replace(/\s+/gu, '');
    if (plain.length < MIN_ROLE || plain.length > MAX_ROLE) return undefined;
    return this.mentions.slice(0, MAX_INTRODUCTIONS).find(({ at, kind }) => {
      if (kind !== 'person') return false;
      return this.text
        .slice(Math.max(0, at - MAX_ROLE * 2), at)
        .replace(/\s+/gu, '')
        .endsWith(plain);
    });
  }

  occurrenceOf(name: string): EntityOccurrence | undefined {
    return this.occurrenceByName.get(name);
  }

  fullNameOf(name: string): string | undefined {
    return this.fullByPart.get(name);
  }

  /** The longest form of an entity's name that the text uses, in the script of `words` where there is one. */
  fullestOf(entityId: string, words: string): string {
    const fullest = this.fullest.get(entityId);
    const own = hasHan(words) ? fullest?.han : (fullest?.han ?? fullest?.latin);
    return own ?? fullest?.latin ?? words;
  }

  private readOccurrences(text: string, occurrences: readonly EntityOccurrence[]): void {
    for (const occurrence of occurrences) {
      const { kind, resolved, entityId } = occurrence;
      if (kind === 'product' || kind === 'concept' || resolved === 'pronoun' || resolved === 'role') continue;
      const words = tidyName(text.slice(occurrence.from, occurrence.to));
      this.occurrenceByName.set(words, occurrence);
      const fullest = this.fullest.get(entityId) ?? {};
      const script = hasHan(words) ? 'han' : 'latin';
      if (words.length > (fullest[script]?.length ?? 0)) fullest[script] = words;
      this.fullest.set(entityId, fullest);
      if (kind !== 'given') this.mentions.push({ at: occurrence.from, name: words, kind, entityId });
    }
  }

  private readDotted(text: string): void {
    for (const match of limited(text.matchAll(DOTTED))) {
      const full = tidyName(match[0]);
      const parts = full.split('·');
      for (const part of [parts.at(-1), parts[0]]) {
        if (part && part.length >= 2 && !this.fullByPart.has(part)) this.fullByPart.set(part, full);
      }
      this.mentions.push({ at: match.index, name: full, kind: 'person' });
    }
  }

  private readCapitalised(text: string): void {
    for (const match of limited(text.matchAll(CAPITALISED))) {
      const full = tidyName(match[0])
        .replace(LEADING_TITLE, '')
        .replace(/['’]s$|\.$/u, '')
        .replace(/^.*['’]s\s+/u, '');
      const words = full.split(/\s+/u);
      const last = words.at(-1);
      if (!last || words.length < 2 || words.length > 4 || ORGANISED.test(full)) continue;
      if (!this.fullByPart.has(last)) this.fullByPart.set(last, full);
      this.mentions.push({ at: match.index, name: full, kind: 'person' });
    }
  }

  /** 米拉·穆拉蒂(Mira Murati): both names are one person. */
  private readGlosses(text: string): void {
    for (const match of limited(text.matchAll(GLOSS))) {
      const [, chinese, english] = match;
      if (!chinese || !english) continue;
      const full = tidyName(chinese).replace(TITLED, '');
      this.fullByPart.set(english, full);
      const last = english.split(/\s+/u).at(-1);
      if (last) this.fullByPart.set(last, full);
    }
  }
}

/** One form of dots and spaces, so that 米拉 · 穆拉蒂 and 米拉·穆拉蒂 are the same. */
export function tidyName(name: string): string {
  return name
    .replace(/\s*[·•・‧]\s*/gu, '·')
    .replace(/\s+/gu, ' ')
    .trim();
}

function hasHan(words: string): boolean {
  return /[\u4e00-\u9fff]/u.test(words);
}

function* limited<T>(items: Iterable<T>): Iterable<T> {
  let count = 0;
  for (const item of items) {
    if ((count += 1) > MAX_NAMES) return;
    yield item;
  }
}
