import type { Forecast, Quote } from '@timbre/contracts';
import type { AnnotatedDocument, Sentence } from '../document/annotated-document.js';
import { findAttributions, nameIndexOf, type Attribution } from '../quotes/attributions.js';
import { sentenceClaims } from './sentence-claims.js';

/** A cheap look at a sentence: without one of these there is no time in it. */
const CHINESE_TRIGGER =
  /\d{4}|[年月周週天夏秋]|世[纪紀]|季度|即[将將]|很快|不久|近期|永[远遠不]|[预預]期|有生之年|[比较較][^。]{0,12}[早晚快慢]|春季|冬季/u;
const LATIN_TRIGGER =
  /\b(?:years?|months?|weeks?|days?|decades?|century|centuries|midcentury|quarters?|half|[hq][1-4]|lifetimes?|soon|shortly|never|sooner|earlier|faster|later|schedule|summer|spring|autumn|winter|tomorrow|mid-|generation|christmas|future|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)/i;

function mayHoldTime(words: string): boolean {
  return CHINESE_TRIGGER.test(words) || (/[a-z]{3}|[hq][1-4]/i.test(words) && LATIN_TRIGGER.test(words));
}

/**
 * Claims about when something will happen, in the order of the text. Quotes name the speaker of a claim inside them.
 * Without a publication day only absolute dates and explicitly dated statements are resolved.
 */
export function extractForecasts(document: AnnotatedDocument, quotes: readonly Quote[]): Forecast[] {
  const forecasts: Forecast[] = [];
  const attributions = attributionIndex(document, quotes);
  const names = nameIndexOf(document);
  let occurrence = 0;
  let attribution = 0;
  for (const sentence of document.sentences) {
    while ((document.occurrences[occurrence]?.to ?? Infinity) <= sentence.from) occurrence += 1;
    while ((attributions[attribution]?.to ?? Infinity) <= sentence.from) attribution += 1;
    const words = document.text.slice(sentence.from, sentence.to);
    if (!mayHoldTime(words)) continue;
    const here = within(document.occurrences, occurrence, sentence);
    const voices = within(attributions, attribution, sentence);
    forecasts.push(...sentenceClaims(document, sentence, here, voices, names));
  }
  return withoutRepeats(forecasts);
}

function attributionIndex(document: AnnotatedDocument, quotes: readonly Quote[]): Attribution[] {
  const known = new Set(quotes.map((quote) => `${quote.from}:${quote.to}`));
  const all: Attribution[] = quotes.map((quote) => ({ ...quote, verb: quote.verb ?? '', reportsSpeech: true }));
  for (const found of findAttributions(document)) if (!known.has(`${found.from}:${found.to}`)) all.push(found);
  return all.sort((a, b) => a.from - b.from);
}

/** Items that overlap the sentence; `first` is the first that can. */
function within<T extends { from: number; to: number }>(items: readonly T[], first: number, sentence: Sentence): T[] {
  const found: T[] = [];
  for (let i = first; i < items.length; i += 1) {
    const item = items[i];
    if (!item || item.from >= sentence.to) break;
    if (item.to > sentence.from) found.push(item);
  }
  return found;
}

/** A claim that a text makes twice (headline and body) counts once; the one with a speaker is kept. */
function withoutRepeats(forecasts: readonly Forecast[]): Forecast[] {
  const kept: Forecast[] = [];
  const byKey = new Map<string, number>();
  for (const forecast of forecasts) {
    const key = [forecast.from, forecast.to, forecast.kind, forecast.subjectEntity ?? forecast.subject].join('|');
    const earlier = byKey.get(key);
    const previous = earlier === undefined ? undefined : kept[earlier];
    if (earlier === undefined || !previous || differentSpeakers(previous, forecast)) {
      byKey.set(key, kept.length);
      kept.push(forecast);
    } else if (previous.speaker === null && forecast.speaker !== null) kept[earlier] = forecast;
  }
  return kept.sort((a, b) => a.span.from - b.span.from);
}

function differentSpeakers(a: Forecast, b: Forecast): boolean {
  return a.speaker !== null && b.speaker !== null && a.speaker !== b.speaker;
}
