import type { RawAttribution, SpeakerPhrase } from './attribution.js';
import type { NameIndex } from './name-index.js';
import type { FramedParagraph } from './paragraph-mask.js';
import { isSpeechLike } from './speech-like.js';
import { trimSpan } from './trim-span.js';
import type { Frame } from './zh-frames.js';
import { chineseSpeaker } from './zh-speaker.js';
import type { VerbHit } from './zh-verbs.js';

/** Subjects of a plan: nothing is quoted after 预计将, 计划在. */
const SUBJECTLESS = /^\s*(?:将|在|于|会|今年|明年|年内|到|最早|最快|\d{4}\s*年|本|下|未来|今后|通过|推出|发布)/u;
const HOLDER_VERBS = new Set(['预计', '估计', '希望', '期待', '期望']);

/** What a verb reports, and where reading goes on. */
interface Complement {
  items: RawAttribution[];
  resume: number;
}

/** The words that a verb reports: quoted before or after it, or as a clause. */
export function complementOf(
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
    (isSpeechLike(text.slice(before.from, before.to)) || /[,，]$/.test(text.slice(before.from, before.to))) &&
    /^(?:[\u4e00-\u9fff]{2,14}[,，])?[\s,，—-]*$/u.test(
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
  const lead0 = frame.words
    .slice(0, Math.max(0, phraseStart(speaker) - frame.from))
    .replace(/(?<=[,，]\s*)(?:有|一些|不少|部分|[一多两三数几][位名])$/u, '');
  if (
    items.length === 0 &&
    (rest === '' || (hit.verb.word === '告诉' && /^[^,，。;；]{2,8}[。.]?\s*$/u.test(after))) &&
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
  if (
    (hit.verb.use !== 'clause' && !/^\s*[:：]/.test(after)) ||
    rest.length < 4 ||
    !opensClause(after, hit.verb.word)
  ) {
    items.push({ ...make(frame.from + hit.end, frame.from + hit.end, false), reportsSpeech: false });
    return none;
  }
  const inner = next && next.at < hit.end + 40 && nested(frame, hit, next, names);
  if (inner) return none;
  let end = frame.to;
  // A new speaker with a verb of his own ends the complement.
  if (next && next.verb.use === 'clause') {
    const between = frame.words.slice(hit.end, next.at);
    const cut = Math.max(...[',', '，', ';', '；'].map((mark) => between.lastIndexOf(mark)));
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
  return (
    /[是将会已能没不正要应可须]|必须|低估|高估/u.test(/^[^,，]{0,60}/u.exec(after)?.[0] ?? '') &&
    !/^(?:了|过|的)/u.test(after)
  );
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
