import type { RawAttribution, SpeakerPhrase } from './attribution.js';
import type { NameIndex } from './name-index.js';
import { MASK, type FramedParagraph } from './paragraph-mask.js';
import type { ReportingVerbs } from './reporting-verb.js';
import { isSpeechLike } from './speech-like.js';
import { complementOf } from './zh-complement.js';
import { chineseFrames, type Frame } from './zh-frames.js';
import { verbHits } from './zh-hits.js';
import { chineseSpeaker, head } from './zh-speaker.js';
import type { VerbHit } from './zh-verbs.js';

const HEADLINE = /^\s*([^:：,，。!！?？◇]{1,26})[:：]\s*(?=\S)/u;
const LABEL =
  /来源|编辑|作者|记者|责编|图片|时间|关键词|摘要|标签|地址|电话|导读|原标题|校对|审核|注|例如|比如|包括|如下|显示|其中|内容|问题|原因|结论|第[一二三四五]|答$|问$|一是|二是|即$|标题|链接|主题|文$|图$|视频|价格|附$|据悉/u;

/** 陈默|否认: the verb is no part of the name. */
const PREDICATE = /否认|驳斥|拒绝|批评|坚称|回应|承认|赞同|反对|支持|打断|摇头|点头|表态|出席|接受|发布|转发/u;

/** Attributions of one Chinese paragraph, in the order of the text. */
export function chineseAttributions(
  text: string,
  paragraph: FramedParagraph,
  verbs: ReportingVerbs,
  names: NameIndex,
): RawAttribution[] {
  const found: RawAttribution[] = [];
  const used = new Set<number>();
  for (const sentence of chineseFrames(text, paragraph))
    found.push(...sentenceAttributions(text, paragraph, sentence, verbs, used, names));
  for (const quote of paragraph.quotes) {
    if (used.has(quote.open)) continue;
    if (found.some((other) => other.from <= quote.from && other.to >= quote.to)) continue;
    const speech = continuedSpeech(text, paragraph, quote.open, quote.from, quote.to, found, names);
    if (speech) found.push(speech);
  }
  return found.sort((a, b) => a.from - b.from);
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
    const candidate = subjectOpening(words, names);
    if (candidate) return { ...candidate, from: candidate.from + from + at, to: candidate.to + from + at };
    at += clause.length;
  }
  return undefined;
}

/** The person or role that opens a clause; the clauses of a sentence are asked for again at each of its verbs. */
function subjectOpening(clause: string, names: NameIndex): SpeakerPhrase | null {
  const known = names.subjects.get(clause);
  if (known !== undefined) return known;
  let found: SpeakerPhrase | null = null;
  for (let length = Math.min(clause.length, 24); length >= 2 && !found; length -= 1) {
    if (PREDICATE.test(clause.slice(length - 1, length + 1))) continue;
    const candidate = head(clause.slice(0, length), 0, names);
    if (candidate && candidate.kind !== 'organisation') found = candidate;
  }
  names.subjects.set(clause, found);
  return found;
}

/** "…,陈立行没有正面回答,只说": a person who opens one of the last clauses takes over. */
function personBefore(context: string, from: number, names: NameIndex): SpeakerPhrase | undefined {
  if (context.length > 80 || !/[,，]/.test(context)) return undefined;
  const found = subjectBefore(context, from, names);
  return found?.kind === 'person' ? found : undefined;
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
  names: NameIndex,
): RawAttribution | undefined {
  const words = text.slice(from, to);
  if (!isSpeechLike(words)) return undefined;
  const before = paragraph.masked.slice(0, open - paragraph.from);
  const alone = before.trim() === '' || /[。！!？?,，:：◇]\s*$/u.test(before);
  if (!alone) return undefined;
  const actor = actorBehind(paragraph, to, names);
  const earlier = found.filter((item) => item.to <= from).at(-1);
  if (before.trim() !== '' && !earlier && !actor) return undefined;
  return {
    from,
    to,
    direct: true,
    speaker: actor ?? earlier?.speaker,
    verb: actor ? '' : (earlier?.verb ?? ''),
    stance: actor ? 'neutral' : (earlier?.stance ?? 'neutral'),
    reportsSpeech: true,
  };
}

/** “我不同意。”孙洁打断了他的话: whoever acts right behind the closing mark has spoken. */
function actorBehind(paragraph: FramedParagraph, to: number, names: NameIndex): SpeakerPhrase | undefined {
  const at = to - paragraph.from + 1;
  const acts =
    /^([\u4e00-\u9fff·]{2,12}?)(?:打断|摇了?摇头|点了?点头|叹了?口?气|笑了|苦笑|皱起?眉|耸了?耸肩|摆了?摆手|沉默了|抬起头|顿了顿|哽咽|补了一句|脱口而出)/u.exec(
      paragraph.masked.slice(at, at + 30),
    );
  return acts?.[1] ? head(acts[1], to + 1, names) : undefined;
}
