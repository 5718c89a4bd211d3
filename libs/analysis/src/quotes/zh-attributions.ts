import type { RawAttribution, SpeakerPhrase } from './attribution.js';
import type { NameIndex } from './name-index.js';
import { MASK, type FramedParagraph } from './paragraph-mask.js';
import type { ReportingVerb, ReportingVerbs } from './reporting-verb.js';
import { isSpeechLike } from './speech-like.js';
import { verbPattern, type VerbHit } from './zh-verbs.js';
import { chineseSpeaker, head } from './zh-speaker.js';

const SENTENCE_END = /[。！!？?；;\n]/;
const ACCORDING =
  /(?:据|根据|按照|援引|引用)(?!悉|了解|称|说|此|统计)([^,，。;；◇]{2,30}?)(?:(?:的)?(?:报道|介绍|透露|消息|说法|爆料|披露|分析|估计|预测|估算|统计|话|观点|看法|表述|声明|公告|预计|判断|解释|描述)(?=\s*[,，:：◇]|称|说|显示|指出|报道|表示)(?:称|说|显示|指出|报道称?|表示)?|称|说)\s*[,，:：]?/gu;
const IN_VIEW = /(?:在|对于)([^,，。;；◇]{1,26}?)(?:看来|眼里|眼中|而言)\s*[,，]/gu;
const HEADLINE = /^\s*([^:：,，。!！?？◇]{1,26})[:：]\s*(?=\S)/u;
const LABEL =
  /来源|编辑|作者|记者|责编|图片|时间|关键词|摘要|标签|地址|电话|导读|原标题|校对|审核|注|例如|比如|包括|如下|显示|其中|内容|问题|原因|结论|第[一二三四五]|答$|问$|一是|二是|即$|标题|链接|主题|文$|图$|视频|价格|附$|据悉/u;
/** Subjects of a plan: nothing is quoted after 预计将, 计划在. */
const SUBJECTLESS = /^\s*(?:将|在|于|会|今年|明年|年内|到|最早|最快|\d{4}\s*年|本|下|未来|今后|通过|推出|发布)/u;
const HOLDER_VERBS = new Set(['预计', '估计', '希望', '期待', '期望']);

/** Attributions of one Chinese paragraph, in the order of the text. */
export function chineseAttributions(
  text: string,
  paragraph: FramedParagraph,
  verbs: ReportingVerbs,
  names: NameIndex,
): RawAttribution[] {
  const found: RawAttribution[] = [];
  const used = new Set<number>();
  for (const sentence of frameSentences(text, paragraph))
    found.push(...sentenceAttributions(text, paragraph, sentence, verbs, used, names));
  for (const quote of paragraph.quotes) {
    if (used.has(quote.open)) continue;
    if (found.some((other) => other.from <= quote.from && other.to >= quote.to)) continue;
    const speech = continuedSpeech(text, paragraph, quote.open, quote.from, quote.to, found);
    if (speech) found.push(speech);
  }
  return found.sort((a, b) => a.from - b.from);
}

interface Frame {
  from: number;
  to: number;
  words: string;
}

/** Sentences of the frame; a quoted sentence after a colon ends one as well. */
function frameSentences(text: string, paragraph: FramedParagraph): Frame[] {
  const frames: Frame[] = [];
  let start = 0;
  const push = (end: number) => {
    const words = paragraph.masked.slice(start, end);
    if (words.trim() !== '') frames.push({ from: paragraph.from + start, to: paragraph.from + end, words });
    start = end;
  };
  const { masked } = paragraph;
  const ends = new Set<number>();
  for (const quote of paragraph.quotes) {
    const inner = text.charAt(quote.to - 1);
    const before = masked.slice(Math.max(0, quote.open - paragraph.from - 3), quote.open - paragraph.from);
    if (/[。！!？?…]/.test(inner) && /[:：,，]\s*$/u.test(before)) ends.add(quote.close - paragraph.from);
  }
  for (let at = 0; at < masked.length; at += 1) {
    if (ends.has(at)) push(at);
    if (SENTENCE_END.test(masked.charAt(at))) push(at + 1);
  }
  push(masked.length);
  return frames;
}

function sentenceAttributions(
  text: string,
  paragraph: FramedParagraph,
  frame: Frame,
  verbs: ReportingVerbs,
  used: Set<number>,
  names: NameIndex,
): RawAttribution[] {
  const found: RawAttribution[] = [];
  const hits = verbHits(frame.words, verbs);
  let boundary = 0;
  let last: SpeakerPhrase | undefined;
  for (const [index, hit] of hits.entries()) {
    if (hit.at < boundary) continue;
    const next = hits[index + 1];
    const context = frame.words.slice(boundary, hit.at);
    const own = hit.speaker
      ? (head(hit.speaker.words, frame.from + hit.speaker.at, names) ?? namedSource(hit, frame))
      : chineseSpeaker(context, frame.from + boundary, names);
    const speaker =
      own ??
      (last ? personBefore(context, frame.from + boundary, names) : undefined) ??
      (/^[\s,，]*(?:并且?|还|同时|又|而且|且|但|也|称|他们)?[\s,，]*$/u.test(context) || boundary > 0
        ? last
        : subjectBefore(context, frame.from + boundary, names));
    const complement = complementOf(
      text,
      paragraph,
      frame,
      hit,
      next,
      found.some((item) => item.to > item.from),
      used,
      speaker,
      names,
    );
    if (speaker) last = speaker;
    for (const item of complement.items) found.push(item);
    if (complement.items.some((item) => item.to > item.from))
      boundary = Math.max(boundary, complement.resume - frame.from);
  }
  if (!found.some((item) => item.to > item.from)) {
    const headline = headlineSpeech(frame, names);
    if (headline) found.push(headline);
  }
  return found;
}

function namedSource(hit: VerbHit, frame: Frame): SpeakerPhrase | undefined {
  const words = hit.speaker?.words.replace(/^.*(?:援引|引述)/u, '').trim();
  if (!words || words.length > 16 || /数据|统计|规定|要求|需要|计划/.test(words)) return undefined;
  return { name: words, kind: 'organisation', from: frame.from + (hit.speaker?.at ?? 0), to: frame.from + hit.at };
}

/** "周鸿祎发布微博,称…": the subject of an earlier clause. */
function subjectBefore(context: string, from: number, names: NameIndex): SpeakerPhrase | undefined {
  let at = 0;
  for (const clause of context.split(/(?<=[,，])/u).slice(0, 6)) {
    const words = clause.replace(/[,，\s]+$/u, '');
    for (let length = Math.min(words.length, 24); length >= 2; length -= 1) {
      const candidate = head(words.slice(0, length), from + at, names);
      if (candidate && candidate.kind !== 'organisation') return candidate;
    }
    at += clause.length;
  }
  return undefined;
}

/** "…,陈立行没有正面回答,只说": a person who opens one of the last clauses takes over. */
function personBefore(context: string, from: number, names: NameIndex): SpeakerPhrase | undefined {
  if (context.length > 80 || !/[,，]/.test(context)) return undefined;
  const found = subjectBefore(context, from, names);
  return found?.kind === 'person' ? found : undefined;
}

function verbHits(words: string, verbs: ReportingVerbs): VerbHit[] {
  const hits: VerbHit[] = [];
  for (const pattern of [ACCORDING, IN_VIEW]) {
    if (!(pattern === IN_VIEW ? /看来|眼里|眼中|而言/u : /据|按照|援引|引用/u).test(words)) continue;
    for (const match of words.matchAll(pattern)) {
      const source = match[1] ?? '';
      hits.push({
        at: match.index,
        end: match.index + match[0].length,
        verb: { word: pattern === IN_VIEW ? '看来' : '据', stance: 'neutral', use: 'clause' },
        speaker: innerSource(source, match.index + match[0].indexOf(source)),
      });
    }
  }
  const taken = [...hits];
  for (const match of words.matchAll(verbPattern(verbs))) {
    const verb: ReportingVerb | undefined = verbs.zh.get(match[0]);
    if (!verb) continue;
    const end = match.index + match[0].length;
    if (taken.some((hit) => match.index < hit.end && end > hit.at)) continue;
    hits.push({ at: match.index, end, verb });
  }
  return hits.sort((a, b) => a.at - b.at);
}

/** 路透社援引知情人士: the inner source speaks. */
function innerSource(source: string, at: number): { words: string; at: number } {
  const outer = /^.*(?:援引|引述)/u.exec(source)?.[0].length ?? 0;
  return { words: source.slice(outer), at: at + outer };
}

interface Complement {
  items: RawAttribution[];
  resume: number;
}

function complementOf(
  text: string,
  paragraph: FramedParagraph,
  frame: Frame,
  hit: VerbHit,
  next: VerbHit | undefined,
  follows: boolean,
  used: Set<number>,
  speaker: SpeakerPhrase | undefined,
  names: NameIndex,
): Complement {
  const make = (from: number, to: number, direct: boolean): RawAttribution => ({
    from, to, direct, speaker, verb: hit.verb.word, stance: hit.verb.stance, reportsSpeech: true,
  }); // prettier-ignore
  const after = frame.words.slice(hit.end);
  const lead = /^(?:了|过|着|道)?\s*[,，:：]?\s*/u.exec(after)?.[0].length ?? 0;
  const start = frame.from + hit.end + lead;
  const quoteAt = (open: number) => paragraph.quotes.find((quote) => quote.open === open);
  const items: RawAttribution[] = [];
  const none: Complement = { items, resume: frame.from + hit.end };
  // “…。”周鸿祎感慨
  const rest = after.replace(/[◇\s。，,!！:：;；]+/gu, '');
  const before = paragraph.quotes
    .filter(
      (quote) =>
        quote.close <= (speaker?.from ?? frame.from + hit.at) && quote.open >= frame.from && !used.has(quote.open),
    )
    .at(-1);
  if (
    before &&
    speaker &&
    !follows &&
    (rest === '' || /^[^,，。;；◇]{0,10}[,，:：]?\s*◇/u.test(after) || /^[^,，◇]{1,12}[。!！?？]?\s*$/u.test(after)) &&
    isSpeechLike(text.slice(before.from, before.to)) &&
    /^[\s,，—-]*$/u.test(
      frame.words
        .slice(
          before.close - frame.from,
          Math.max(
            before.close - frame.from,
            (speaker.title ? speaker.from - speaker.title.length - 3 : speaker.from) - frame.from,
          ),
        )
        .replace(/[\u4e00-\u9fff·A-Z a-z0-9]{0,20}$/u, ''),
    )
  ) {
    used.add(before.open);
    items.push(make(before.from, before.to, true));
  }
  // 炮轰大模型路线:“…”
  const object = /^(?:[^,，。;；:：◇]{1,30}[:：]|[^,，。;；:：◇]{1,8}[,，])\s*(?=◇)/u.exec(after)?.[0].length;
  const direct = quoteAt(start) ?? (object === undefined ? undefined : quoteAt(frame.from + hit.end + object));
  if (direct && (hit.verb.use === 'clause' || lead > 0 || object !== undefined)) {
    const words = text.slice(direct.from, direct.to);
    const tail = frame.words.slice(direct.close - frame.from);
    const embedded = !isSpeechLike(words) && /^[^,，。;；!！\s]/u.test(tail);
    if (!embedded && speaker) {
      used.add(direct.open);
      items.push(make(direct.from, direct.to, true));
      return { items, resume: direct.close };
    }
  }
  if (items.length > 0 && rest.length <= 10 && !/[,，:：◇]/u.test(after)) return { items, resume: frame.to };
  if (!speaker) return none;
  // ……,林德曼坚称。
  const said = frame.from + hit.at - frame.from;
  const lead0 = frame.words.slice(0, Math.max(0, phraseStart(speaker) - frame.from));
  if (
    items.length === 0 &&
    rest === '' &&
    !follows &&
    hit.verb.use === 'clause' &&
    said > 8 &&
    /[,，]\s*$/u.test(lead0) &&
    lead0.length >= 6
  ) {
    const span = trimSpan(text, frame.from, frame.from + lead0.length);
    items.push(make(span.from, span.to, false));
    return { items, resume: frame.to };
  }
  if (hit.verb.use !== 'clause' || rest.length < 4 || !opensClause(after, hit.verb.word)) {
    items.push({ ...make(frame.from + hit.end, frame.from + hit.end, false), reportsSpeech: false });
    return none;
  }
  const inner = next && next.at < hit.end + 40 && nested(frame, hit, next, names);
  if (inner) return none;
  let end = frame.to;
  // A new speaker with a verb of his own ends the complement.
  if (next && next.verb.use === 'clause') {
    const between = frame.words.slice(hit.end, next.at);
    const cut = Math.max(between.lastIndexOf(','), between.lastIndexOf('，'));
    if (
      cut >= 6 &&
      (chineseSpeaker(between.slice(cut + 1), 0, names) ||
        /^[,，]?\s*(?:并|还|同时|并且|且|又|也)*\s*$/u.test(between.slice(cut + 1))) &&
      /^(?:了|过|道)?\s*[,，:：◇]|^[\u4e00-\u9fffA-Z]/u.test(frame.words.slice(next.end))
    ) {
      end = frame.from + hit.end + cut;
    }
  }
  // 这样的情况,"这次 OpenAI …": a quoted sentence at the end is an item of its own.
  const split = paragraph.quotes.find(
    (quote) =>
      quote.open >= start &&
      quote.close <= end &&
      isSpeechLike(text.slice(quote.from, quote.to)) &&
      /[,，:：]\s*$/u.test(frame.words.slice(hit.end, quote.open - frame.from)) &&
      frame.words.slice(quote.close - frame.from, end - frame.from).replace(/[。,，\s◇]/gu, '').length < 4,
  );
  const limit = split ? split.open : end;
  const span = trimSpan(text, start, limit);
  const words = text.slice(span.from, span.to);
  const speaks = !(HOLDER_VERBS.has(hit.verb.word) && SUBJECTLESS.test(words)) && words.length >= 4;
  if (words.length >= 2) items.push({ ...make(span.from, span.to, false), reportsSpeech: speaks });
  if (split) {
    used.add(split.open);
    items.push(make(split.from, split.to, true));
  }
  return { items, resume: end };
}

/** These verbs mostly take an object; without a pause only a clause with a predicate is speech. */
const TAKES_OBJECT =
  /^(?:提到|谈到|谈及|介绍|提出|批评|分析|评论|解释|要求|呼吁|回应|质疑|指责|指控|抱怨|发现|期待|猜测|反驳|怀疑|回答|确认|证实|披露|宣布|希望|敦促|声明|澄清|表态|告诫|承认|说起|觉得|驳斥|担忧|担心|忧虑|揭露|揭发|建议|主张|提议|重申|提醒|承诺|感叹|总结|回忆|判断|估计|推测|预测|预计|预言|透露|强调)$/u;

function opensClause(after: string, verb: string): boolean {
  if (/^(?:了|过|道)?\s*[,，:：]/u.test(after)) return true;
  if (!TAKES_OBJECT.test(verb)) return !/^(?:了|过)/u.test(after);
  return /[是将会已能没不正要应可须]|必须|低估|高估/u.test(after.slice(0, 60)) && !/^(?:了|过|的)/u.test(after);
}

function phraseStart(speaker: SpeakerPhrase): number {
  return speaker.start ?? speaker.from;
}

/** 路透社援引知情人士称: the inner source speaks; the outer verb reports nothing itself. */
function nested(frame: Frame, hit: VerbHit, next: VerbHit, names: NameIndex): boolean {
  const between = frame.words.slice(hit.end, next.at);
  if (hit.verb.word === '援引' || hit.verb.word === '引述') return true;
  if (hit.verb.word === '据' || hit.verb.word.startsWith('报道'))
    return !/[。;；]/.test(between) && chineseSpeaker(between, 0, names) !== undefined && between.length < 30;
  return between.length <= 1;
}

function headlineSpeech(frame: Frame, names: NameIndex): RawAttribution | undefined {
  const match = HEADLINE.exec(frame.words);
  const words = match?.[1]?.trim();
  if (!match || !words || LABEL.test(words)) return undefined;
  const speaker = head(words, frame.from + match[0].indexOf(words), names);
  if (!speaker || speaker.kind === 'pronoun') return undefined;
  const from = frame.from + match[0].length;
  if (frame.to - from < 4) return undefined;
  const quoted = frame.words.slice(match[0].length).trim();
  const wrapped = quoted.startsWith(MASK) && quoted.endsWith(MASK);
  const to = frame.to;
  return {
    from: wrapped ? from + 1 : from,
    to: wrapped ? to - 1 : to,
    direct: wrapped,
    speaker,
    verb: ':',
    stance: 'neutral',
    reportsSpeech: true,
  };
}

/** A quoted sentence without a verb of its own continues the speech of the paragraph. */
function continuedSpeech(
  text: string,
  paragraph: FramedParagraph,
  open: number,
  from: number,
  to: number,
  found: readonly RawAttribution[],
): RawAttribution | undefined {
  const words = text.slice(from, to);
  if (!isSpeechLike(words)) return undefined;
  const before = paragraph.masked.slice(0, open - paragraph.from);
  const alone = before.trim() === '' || /[。！!？?,，:：◇]\s*$/u.test(before);
  if (!alone) return undefined;
  const earlier = found.filter((item) => item.to <= from).at(-1);
  if (before.trim() !== '' && !earlier) return undefined;
  return {
    from,
    to,
    direct: true,
    speaker: earlier?.speaker,
    verb: earlier?.verb ?? '',
    stance: earlier?.stance ?? 'neutral',
    reportsSpeech: true,
  };
}

function trimSpan(text: string, from: number, to: number): { from: number; to: number } {
  while (from < to && /[\s,，:：]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s,，。;；!！:：、"“]/.test(text.charAt(to - 1))) to -= 1;
  return { from, to };
}
