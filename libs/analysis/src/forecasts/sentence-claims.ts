import type { Forecast } from '@timbre/contracts';
import type { AnnotatedDocument, EntityOccurrence, Sentence } from '../document/annotated-document.js';
import type { Attribution } from '../quotes/attributions.js';
import type { NameIndex } from '../quotes/name-index.js';
import { anchorOf } from './anchor.js';
import { formatIsoDay } from './calendar.js';
import { claimRegion, type ClaimRegion } from './claim-region.js';
import type { Period, TimeExpression, TimeMatch } from './claim.js';
import { findEnglishTimes } from './en/time.js';
import { wordsOf } from './en/word-cursor.js';
import { hedgeOf } from './hedge.js';
import { predictedInterval, type Anchor } from './interval.js';
import { combineShifts, type PlacedForecast } from './combine-shifts.js';
import { isDenied } from './negation.js';
import { planner } from './planner.js';
import { isOffTopic, notAClaim } from './not-a-claim.js';
import { forecastKind, namesRelease } from './predicate.js';
import { subjectOf } from './subject.js';
import { compactText, foldCharacters } from './zh/compact-text.js';
import { findChineseTimes } from './zh/time.js';

const CONTEXT = 300;
/** How far from a bare date (in March, 9月) the cue may stand that makes it one to come. */
const NEAR = { zh: 18, en: 60 };
/** A table in one sentence holds no more claims than this. */
const MAX_TIMES = 64;
/** Subjects of "will never" that promise instead of predicting. */
const PROMISE = /(?:^|\W)(?:we|i|you|our|us)\b[^,;]{0,20}$|[我咱]们?[^,，]{0,6}$|你|您/iu;
const SOON_PREDICATE =
  /到来|实现|迎来|超[越过]|取代|来临|诞生|达到|成为|替代|普及|\b(?:arriv\w*|com(?:e|es|ing)|surpass\w*|replac\w*|achiev\w*|reach\w*|match\w*|exceed\w*|be able|overtak\w*|becom\w*|here|happen\w*)\b/iu;

/** "预计于2026年一季度流片,年底前量产": a date without a year takes the year named before it. */
function withYears(times: readonly TimeMatch[]): TimeMatch[] {
  let year: Pick<Period, 'year' | 'yearOffset'> | undefined;
  return times.map((match) => {
    const time = match.time.type === 'shift' ? match.time.value : match.time;
    if (!('period' in time)) return match;
    const { period } = time;
    if (period.year !== undefined || (period.yearOffset ?? 0) > 0) {
      year = period.year === undefined ? { yearOffset: period.yearOffset ?? 0 } : { year: period.year };
      return match;
    }
    const bare =
      period.yearOffset === undefined &&
      (period.part ?? period.month ?? period.quarter ?? period.half ?? period.season) !== undefined;
    if (
      !year ||
      !bare ||
      period.decade !== undefined ||
      period.decadeOffset !== undefined ||
      period.centuryOffset !== undefined ||
      period.monthOffset !== undefined
    )
      return match;
    const dated = { ...time, period: { ...period, ...year } } as TimeExpression;
    return { ...match, time: match.time.type === 'shift' ? { ...match.time, value: dated } : dated };
  });
}

/** A forecast whose span had passed when the text appeared is history. */
function isOver(claim: Forecast, published: string | undefined): boolean {
  return claim.to !== null && published !== undefined && claim.to < published.slice(0, 10);
}

/** The claims of one sentence. */
export function sentenceClaims(
  document: AnnotatedDocument,
  sentence: Sentence,
  occurrences: readonly EntityOccurrence[],
  voices: readonly Attribution[],
  names: NameIndex,
): Forecast[] {
  const lang = languageOf(document, sentence);
  const text = document.text;
  const times =
    lang === 'zh'
      ? findChineseTimes(compactText(text, sentence.from, sentence.to))
      : findEnglishTimes(wordsOf(text, sentence.from, sentence.to));
  if (times.length === 0) return [];
  const claims: PlacedForecast[] = [];
  for (const match of withYears(times).slice(0, MAX_TIMES)) {
    const claim = claimOf(document, sentence, match, times, occurrences, voices, names, lang);
    if (claim) claims.push({ ...claim, at: match });
  }
  return combineShifts(claims, text, sentence).filter((claim) => !isOver(claim, document.published));
}

function claimOf(
  document: AnnotatedDocument,
  sentence: Sentence,
  match: TimeMatch,
  times: readonly TimeMatch[],
  occurrences: readonly EntityOccurrence[],
  voices: readonly Attribution[],
  names: NameIndex,
  lang: 'zh' | 'en',
): Forecast | undefined {
  const { text, published } = document;
  const region = foldRegion(claimRegion(text, sentence, match, lang), lang);
  const time = match.time;
  const about = {
    clause: `${region.before} ${region.after}`,
    sentence: text.slice(sentence.from, Math.min(sentence.to, sentence.from + 600)),
    sentenceEnd: text.slice(Math.max(sentence.from, sentence.to - 3), sentence.to),
  };
  if (isOffTopic(about, lang)) return undefined;
  // An expression such as 最快2027年 carries its own hedge; "sooner than expected" does not.
  const own = time.type === 'direction' ? ' ' : fold(text.slice(match.from, match.to), lang);
  const voice = smallestAround(voices, match.from, match.to);
  const governors = voices
    .filter((item) => item.from <= match.from && item.to >= match.to)
    .map((item) => item.verb)
    .join(' ');
  // 将 before the object of a shift is 把.
  const before =
    time.type === 'shift' && lang === 'zh' ? region.before.replace(/将(?=[^将]{2,30}$)/u, '把') : region.before;
  const clause = `${before}${lang === 'en' ? ' ' : ''}${own}${lang === 'en' ? ' ' : ''}${region.after}`;
  const cues = `${region.governor} ${time.type === 'not-before' ? clause.replace(/at the earliest/i, '') : clause}`;
  const { hedge, cued } = hedgeOf(`${cues} ¦ ${governors}`, lang);
  const refusal = notAClaim(
    time,
    {
      before: region.before,
      own,
      after: region.after,
      ...about,
      cues,
      cued,
      cuedNear: hedgeOf(
        [region.before.slice(-NEAR[lang]), own, region.after.slice(0, NEAR[lang])].join(lang === 'en' ? ' ' : ''),
        lang,
      ).cued,
      headline: voice?.verb === ':',
    },
    lang,
  );
  if (refusal || !standsAlone(time, region, times, match, lang)) return undefined;
  const denied = time.type === 'never' || isDenied(cues, lang);
  if (time.type === 'not-before' && lang === 'en' && !denied && !/^not/i.test(own)) return undefined;
  const anchor = statementAnchor(document, sentence, match, voice, lang) ?? absoluteAnchor(time);
  if (!anchor || isStatementDate(time, text, sentence, match, region, lang, published)) return undefined;
  const interval = predictedInterval(time, anchor, denied);
  if (interval.to !== null && interval.to < interval.from) return undefined;
  const holder = voice?.speaker ? voice : planner(region.before, region.from, region.after, match.to, names, lang);
  const subject = subjectOf(text, region, sentence, match, occurrences, holder?.speakerEntity, lang);
  const span = clauseSpan(text, region);
  const previous = time.type === 'shift' && time.previous ? previousOf(time.previous, anchor, text, match) : undefined;
  return {
    subject: subject.name,
    ...(subject.entityId ? { subjectEntity: subject.entityId } : {}),
    speaker: holder?.speaker ?? null,
    ...(holder?.speakerEntity ? { speakerEntity: holder.speakerEntity } : {}),
    from: formatIsoDay(interval.from),
    to: interval.to === null ? null : formatIsoDay(interval.to),
    kind: forecastKind(time, denied, `${region.before} ${region.after}`, lang),
    hedge,
    text: text.slice(span.from, span.to),
    span,
    rule: interval.rule,
    ...directionOf(time),
    ...(published !== undefined || anchor.lo === anchor.hi ? { statedOn: formatIsoDay(anchor.lo) } : {}),
    ...(previous ? { previous } : {}),
  };
}

function languageOf(document: AnnotatedDocument, sentence: Sentence): 'zh' | 'en' {
  const lang = sentence.lang || document.lang;
  if (lang.startsWith('zh')) return 'zh';
  if (lang.startsWith('en')) return 'en';
  return /[\u4e00-\u9fff]/.test(document.text.slice(sentence.from, sentence.from + 200)) ? 'zh' : 'en';
}

/** Words such as 即将 or "soon" claim something only alone and with a verb of arriving or releasing. */
function standsAlone(
  time: TimeExpression,
  region: ClaimRegion,
  times: readonly TimeMatch[],
  match: TimeMatch,
  lang: 'zh' | 'en',
): boolean {
  if (time.type === 'soon') {
    const other = times.some(
      (other) =>
        other !== match &&
        other.time.type !== 'direction' &&
        other.time.type !== 'soon' &&
        other.from >= region.from &&
        other.to <= region.to,
    );
    const words = `${region.before} ${region.after}`;
    return !other && (namesRelease(words, lang) || SOON_PREDICATE.test(words));
  }
  if (time.type === 'never') {
    if (PROMISE.test(region.before)) return false;
    if (lang === 'zh') return /^\s*(?:都|也)?(?:不|无法|没|难)/u.test(region.after);
    return (
      /\b(?:will|would|can|may|might)\s*$|['’]ll\s*$/i.test(region.before) ||
      /^\s*(?:will|be able|reach|achieve|happen|arrive)/i.test(region.after)
    );
  }
  return true;
}

/** "2 月 16 日,周鸿祎发布微博" says when somebody spoke, not when something will come. */
function isStatementDate(
  time: TimeExpression,
  text: string,
  sentence: Sentence,
  match: TimeMatch,
  region: ClaimRegion,
  lang: 'zh' | 'en',
  published: string | undefined,
): boolean {
  if (time.type !== 'calendar' || time.period.month === undefined) return false;
  if (time.period.year !== undefined && published !== undefined && Number(published.slice(0, 4)) < time.period.year)
    return false;
  const after = text.slice(match.to, Math.min(sentence.to, match.to + 40));
  if (lang === 'zh')
    return /^\s*[,，]?[^,，。]{0,16}(?:表示|称|说|认为|预测|预言|指出|透露|提到|发布微博|发文|写道|宣布|接受)/u.test(
      after,
    );
  return (
    /\b(?:said|told|wrote|posted|announced|predicted|interview|tweeted|in|on)\s*$/i.test(
      text.slice(Math.max(sentence.from, match.from - 12), match.from),
    ) || /^\s*,?[^,.]{0,30}\b(?:said|told|wrote|posted|announced|predicted)\b/i.test(after)
  );
}

function statementAnchor(
  document: AnnotatedDocument,
  sentence: Sentence,
  match: TimeMatch,
  voice: Attribution | undefined,
  lang: 'zh' | 'en',
): Anchor | undefined {
  const start = Math.max(sentence.from, match.from - CONTEXT);
  const before = document.text.slice(start, match.from);
  // "…, he said on 4 November": the date may also stand behind the words.
  const tail =
    voice && voice.to > match.to && voice.to <= sentence.to
      ? document.text.slice(voice.to, Math.min(sentence.to, voice.to + 120))
      : document.text.slice(match.to, Math.min(sentence.to, match.to + CONTEXT));
  const behind = /(?:said|told|wrote|predicted|posted|added)\b|表示|说|称/.test(tail) ? tail : '';
  return anchorOf(fold(before, lang) + (lang === 'en' ? ` ¦ ${behind}` : ''), document.published, lang);
}

/** Years and decades need no anchor for their own days. */
function absoluteAnchor(time: TimeExpression): Anchor | undefined {
  if (time.type !== 'calendar') return undefined;
  if (time.period.year === undefined && time.period.decade === undefined) return undefined;
  return { lo: 0, hi: 0 };
}

function previousOf(time: TimeExpression, anchor: Anchor, text: string, match: TimeMatch): Forecast['previous'] {
  const interval = predictedInterval(time, anchor);
  const span = match.previousSpan ?? match;
  return {
    from: formatIsoDay(interval.from),
    to: interval.to === null ? null : formatIsoDay(interval.to),
    text: text.slice(span.from, span.to),
  };
}

function directionOf(time: TimeExpression): { direction?: 'sooner' | 'later' } {
  if (time.type === 'direction') return { direction: time.direction };
  return time.type === 'shift' && time.direction ? { direction: time.direction } : {};
}

function smallestAround(voices: readonly Attribution[], from: number, to: number): Attribution | undefined {
  let best: Attribution | undefined;
  for (const voice of voices) {
    if (voice.from > from || voice.to < to) continue;
    if (!best || voice.to - voice.from < best.to - best.from) best = voice;
  }
  return best;
}

function clauseSpan(text: string, region: ClaimRegion): { from: number; to: number } {
  let { from, to } = region;
  while (from < to && /[\s"“”‘’「」『』,，;；:：]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s"“”‘’「」『』,，;；:：]/.test(text.charAt(to - 1))) to -= 1;
  return { from, to };
}

function foldRegion(region: ClaimRegion, lang: 'zh' | 'en'): ClaimRegion {
  if (lang === 'en') return region;
  return {
    ...region,
    before: fold(region.before, lang),
    after: fold(region.after, lang),
    governor: fold(region.governor, lang),
  };
}

function fold(text: string, lang: 'zh' | 'en'): string {
  if (lang === 'en') return text;
  const folded = foldCharacters(text, true);
  return /\s/.test(folded) ? folded.replace(/(?<=[^a-z0-9])\s+|\s+(?=[^a-z0-9])/giu, '') : folded;
}
