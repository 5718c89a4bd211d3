import type { SpeakerPhrase } from './attribution.js';
import { tidyName, TRANSLITERATION, type NameIndex } from './name-index.js';
import { CHINESE_ORGANISATION, CHINESE_ROLE, CHINESE_TITLE, isChineseName, isForeignName } from './zh-names.js';

/** Longest stretch before the verb in which a speaker is looked for. */
const REACH = 90;

const TRAILING =
  /(?:[,，、\s]|则|也|还|又|再[度次]?|只|曾经?|已经?|均|都|随后|随即|此后|之后|进一步|同时|明确|公开|此前|近日|日前|首次|多次|反复|最新|一再|此次|今天|今日|昨日|昨天|当日|当天|当晚|并且?|而|就|仍|依然|仍然|更|更是|甚至|直接|坦率地?|郑重|特别|尤其|重点|一度|早前|早些时候|稍早|最近|近期|举例|打比方|接着|继续|一直|这样|这么|如此|始终|持续|多年来|主动|独家|一致|普遍|纷纷|率先|笑着|激动地|谨慎地|乐观地|严肃地|现场|亲自|首度|[一-龥]{2,4}地|十分|非常|略带[一-龥]{2}地?|于?(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*[日号]|周[一二三四五六日天]|星期[一二三四五六日天]|(?:本|上)周[一二三四五六日]?|上午|下午|晚间|(?<=[日天号今昨当周])晚|凌晨|[去今]年(?:\d{1,2}月)?|(?:向|对|告诉|与|和|跟|同)[^,，。;；:：]{1,16}|(?:就|针对|围绕|关于)[^,，。;；]{1,22}|(?:在|于)[^,，。;；]{1,36}?(?:上|中|时|里|后|期间|采访|专访|之际|会议|大会|论坛|峰会|发布会|声明|博客|文章|微博|公众号|推特|X|平台|问答|邮件|信中|播客|年)|接受[^,，。;；]{1,24}?(?:采访|专访|访谈|提问)(?:时|中)?|通过[^,，。;；]{1,16}|发布?(?:文|微博|帖|推|公告|声明|博客|长文|视频|内部信)|撰文|发文|出席[^,，。;；]{1,24}(?:时|并)|谈到[^,，。;；]{1,20}时|回应[^,，。;；]{1,20}时|被问[及到][^,，。;；]{1,24}时|借[^,，。]{1,10}|援引[^,，。]{1,14}|以[^,，。]{1,8}(?:口吻|语气)|[（(][^()（）]{1,40}[)）])$/u;
const LEADING =
  /^(?:[\s,，、:：;；也]|但是?|而|不过|同时|此外|另外|对此|随后|其中|然而|因此|如今|近日|日前|当天|此前|后来|最终|与此同时|当地时间|北京时间|美东时间|(?:\d{4}\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号](?:周[一二三四五六日])?(?:[,，晚凌晨上午下]{1,2})?|周[一二三四五六日]|昨日|昨天|今天|今日|今年|去年|在?[^,，。]{1,20}(?:采访|大会|峰会|论坛|会|节目)(?:上|中)|有(?!人)|一些(?!人)|多位|多名|部分|某|即便|尽管如此|对于[^,，]{1,20}[,，]|据[^,，]{1,12}[,，]|◇+)/u;
const PRONOUN =
  /(?:他们|她们|他|她|其|对方|前者|后者|本人|该公司|公司方面|公司|该机构|该团队|该实验室|该企业|该发言人|发言人|这位[^,，。]{1,8}|该[^,，。]{1,6})$/u;
const TRANSLITERATED = new RegExp(
  `[${TRANSLITERATION}]{1,6}(?:\\s*[·•・‧]\\s*[${TRANSLITERATION}A-Z]{1,8}){1,3}$`,
  'u',
);
const LATIN = /(?<![\dA-Za-z])[A-Z][\w.'’-]*(?:\s+(?:(?:de|van|von|da|al)\s+)?[A-Z][\w.'’-]*){0,3}$/u;

const MAY_REFER = /[他她其对前后本公该发这]/u;
const DOT = /[·•・‧]/u;
const LATIN_END = /[\w.'’-]$/u;

const TITLE_BEHIND = /(?:副?教授|博士|院士|先生|女士|老师|律师|医生|研究员|董事长|部长|校长|所长)$/u;
/** 一位老人, 两名员工: whoever is counted is somebody. */
const COUNTED = /^(?:现场|当地)?(?:有|另|还有)?(?:[一两三四五几数多]|\d+)(?:位|名)\s*(?:不愿(?:透露姓名|具名)的)?/u;

const NO_ORGANISATION =
  /[的是了在有这那其此该和与将会不也都就被把从到为以及但而或若如可能要让使给对向因所只还更最很个种次些点么]|结果|数据|研究|事实|调查|规定|计划|目标|方案|系统|模型|项目|技术|芯片|产品|机器|业内|市场|外界|价格|成本|内容|时间|问题|情况|消息|名单|词汇|人工|智能$|一方面|首先|其次|总之|目前|未来|此前|近年|多年|总体|综合|双方|各方|普遍/u;

/** The speaker before a reporting verb: the head of the noun phrase at the end of `context`, which begins at `offset`. */
export function chineseSpeaker(context: string, offset: number, names: NameIndex): SpeakerPhrase | undefined {
  const start = Math.max(0, context.length - REACH);
  let words = context.slice(start);
  let from = offset + start;
  // Adverbs and adjuncts between the subject and the verb.
  for (let i = 0; i < 8; i += 1) {
    const shorter = words.replace(TRAILING, '');
    if (shorter === words || shorter.trim() === '') break;
    words = shorter;
  }
  const clause =
    Math.max(
      words.lastIndexOf(','),
      words.lastIndexOf('，'),
      words.lastIndexOf('。'),
      words.lastIndexOf('；'),
      words.lastIndexOf('\u25c7'),
      words.lastIndexOf('：'),
      words.lastIndexOf(':'),
      words.lastIndexOf('、'),
    ) + 1;
  from += clause;
  words = words.slice(clause);
  for (let i = 0; i < 5; i += 1) {
    const shorter = words.replace(LEADING, '');
    if (shorter === words || shorter === '') break;
    from += words.length - shorter.length;
    words = shorter;
  }
  const trimmed = words.replace(/\s+$/u, '');
  const found = trimmed === '' ? undefined : head(trimmed, from, names);
  return found && { ...found, start: from };
}

/** The head of a noun phrase: a pronoun, a name, a role or an organisation at its end. */
export function head(words: string, from: number, names: NameIndex): SpeakerPhrase | undefined {
  const pronoun = MAY_REFER.test(words) ? PRONOUN.exec(words) : null;
  if (pronoun && (pronoun.index === 0 || /^(?:他们|她们|他|她)$/.test(pronoun[0]))) {
    if (!/[其]$/.test(pronoun[0]) || pronoun.index === 0) return phrase(words, from, pronoun.index, 'pronoun');
  }
  // The patterns for the end of a phrase are tried only where its last character allows them.
  const name =
    (DOT.test(words) ? TRANSLITERATED.exec(words) : null) ?? (LATIN_END.test(words) ? LATIN.exec(words) : null);
  if (name) {
    const index = name.index;
    const before = words.slice(0, index).trim();
    const kind =
      /[·•・‧]/u.test(name[0]) || CHINESE_TITLE.test(before) || / /.test(name[0].trim()) ? 'person' : 'organisation';
    return { ...phrase(words, from, index, kind), ...(before ? { title: before } : {}) };
  }
  const outlet = /《[^《》]{2,16}》$/u.exec(words);
  if (outlet) return phrase(words, from, outlet.index, 'organisation');
  const index = names.knownAtEnd(words) ?? isChineseName(words) ?? isForeignName(words);
  if (index !== undefined) {
    const before = words.slice(0, index).trim();
    const known = names.occurrenceOf(words.slice(index));
    const kind = known && known.kind !== 'person' ? 'organisation' : 'person';
    return { ...phrase(words, from, index, kind), ...(before ? { title: before } : {}) };
  }
  const titled = titledName(words, from, names);
  if (titled) return titled;
  const counted = COUNTED.exec(words);
  if (counted && words.length <= 24) return phrase(words, from, counted[0].length, 'role');
  if (words.length <= 30 && CHINESE_ROLE.test(words)) return phrase(words, from, roleStart(words), 'role');
  if (words.length <= 24 && CHINESE_ORGANISATION.test(words))
    return phrase(words, from, apposition(words), 'organisation');
  const named = /(?:公司|企业|机构|厂商|平台|品牌|巨头|独角兽)([\u4e00-\u9fff]{2,6})$/u.exec(words);
  if (named && !/[的和与在]/u.test(named[1] ?? ''))
    return phrase(words, from, words.length - (named[1]?.length ?? 0), 'organisation');
  if (words.length <= 24 && CHINESE_TITLE.test(words)) return phrase(words, from, 0, 'role');
  // A company that no list knows: 小马智行, 英衡半导体.
  if (/^[\u4e00-\u9fff]{3,6}$/u.test(words) && !NO_ORGANISATION.test(words))
    return phrase(words, from, 0, 'organisation');
  return undefined;
}

/** 张一帆教授, 王传福董事长: a title behind the name. */
function titledName(words: string, from: number, names: NameIndex): SpeakerPhrase | undefined {
  const title = TITLE_BEHIND.exec(words);
  if (!title || title.index < 2) return undefined;
  const before = words.slice(0, title.index);
  const index = names.knownAtEnd(before) ?? isChineseName(before) ?? isForeignName(before);
  if (index === undefined) return undefined;
  const rest = before.slice(0, index).trim();
  return { ...phrase(before, from, index, 'person'), title: rest + title[0] };
}

/** 这家初创公司, 市场研究机构恒瞻咨询: what stands before the name is no part of it. */
function apposition(words: string): number {
  return (
    /^(?:这家|一家|该|某|[\u4e00-\u9fff]{0,8}(?:机构|公司|企业|媒体|巨头|智库|厂商|品牌)(?=[\u4e00-\u9fff]{3,8}$))/u.exec(
      words,
    )?.[0].length ?? 0
  );
}

/** 有业内人士, 一位知情人士: the count is no part of the name. */
function roleStart(words: string): number {
  return (
    /^(?:有(?!人)|一些|一?[位名]|[两三多数几][位名]|不少|许多|部分|另一?[位名]|某|该|这[位名])\s*/u.exec(words)?.[0]
      .length ?? 0
  );
}

function phrase(words: string, from: number, index: number, kind: SpeakerPhrase['kind']): SpeakerPhrase {
  const name = tidyName(words.slice(index));
  return { name, kind, from: from + index, to: from + words.length };
}
