import type { RawAttribution, SpeakerPhrase } from './attribution.js';
import { complementSpan, PLAN } from './en-complement.js';
import { englishFrames, type Frame } from './en-frames.js';
import { headlineSpeech } from './en-headline.js';
import { englishHits, type EnglishHit } from './en-hits.js';
import { englishSpeakerAfter, englishSpeakerBefore, nounPhrase } from './en-speaker.js';
import { MASK, type FramedParagraph } from './paragraph-mask.js';
import type { QuotedWords } from './quote-marks.js';
import type { ReportingVerbs } from './reporting-verb.js';
import { isSpeechLike } from './speech-like.js';
import { trimSpan } from './trim-span.js';

/** Called the merger “a disaster for consumers”. */
const DESCRIBED =
  /\b(?:describ\w+ [^,.;]{1,60} as|(?<!\b(?:was|were|is|are|be|been|being|so-|initiative|program|programme|project|book|app|film) )(?:called|calls|branded|labelled|labeled|dubbed) (?!the\s*$|an?\s*$|itself|themselves|for\b)[^,.;]{2,60})\s*$/;

/** "…, Jensen Huang said on Tuesday." */
const WHEN_SAID =
  /^,?\s+(?:(?:on|in|at|during|via)\s+(?:an?\s|the\s|his\s|her\s|their\s|[A-Z])|yesterday\b|last (?:week|month|year|night)\b|this (?:week|month|morning)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[^,;\u25c7]{0,60}$/;

/** Attributions of one English paragraph, in the order of the text. */
export function englishAttributions(text: string, paragraph: FramedParagraph, verbs: ReportingVerbs): RawAttribution[] {
  const found: RawAttribution[] = [];
  const used = new Set<number>();
  for (const frame of englishFrames(text, paragraph))
    found.push(...frameAttributions(text, paragraph, frame, verbs, used, found));
  for (const quote of paragraph.quotes) {
    if (used.has(quote.open) || found.some((item) => item.from <= quote.from && item.to >= quote.to)) continue;
    const words = text.slice(quote.from, quote.to);
    const before = paragraph.masked.slice(0, quote.open - paragraph.from);
    const earlier = found.filter((item) => item.to <= quote.from).at(-1);
    const opens = before.trim() === '';
    const described = DESCRIBED.test(before) && words.split(/\s+/).length >= 3;
    if ((!isSpeechLike(words) && !described) || !(opens || described || (earlier && /[.!?:,\u25c7]\s*$/.test(before))))
      continue;
    // “…” — Amara Osei, neurologist
    const signed = /^\s*[—–]+\s*([A-Z][^,.;—–]{2,60})/u.exec(paragraph.masked.slice(quote.close - paragraph.from));
    const acting =
      /^\s*((?:[A-Z][\w'’.-]+\s){1,4})(?:shrugs?|shrugged|laughs?|laughed|nods|nodded|smiles?|smiled|sighs?|sighed|grins?|grinned|pauses|paused|shakes|shook)\b/u.exec(
        paragraph.masked.slice(quote.close - paragraph.from, quote.close - paragraph.from + 80),
      );
    const named = signed ?? acting;
    const signer = named?.[1] ? nounPhrase(named[1], quote.close + named[0].indexOf(named[1])) : undefined;
    found.push({
      from: quote.from,
      to: quote.to,
      direct: true,
      speaker:
        signer ??
        earlier?.speaker ??
        (described ? englishSpeakerBefore(before.slice(0, before.search(DESCRIBED)), paragraph.from) : undefined),
      verb: earlier?.verb ?? '',
      stance: earlier?.stance ?? 'neutral',
      reportsSpeech: true,
    });
  }
  return found.sort((a, b) => a.from - b.from);
}

function frameAttributions(
  text: string,
  paragraph: FramedParagraph,
  frame: Frame,
  verbs: ReportingVerbs,
  used: Set<number>,
  earlier: readonly RawAttribution[],
): RawAttribution[] {
  const found: RawAttribution[] = [];
  let boundary = 0;
  let last: SpeakerPhrase | undefined;
  const add = (
    quote: QuotedWords | { from: number; to: number },
    direct: boolean,
    speaker: SpeakerPhrase | undefined,
    hit: EnglishHit,
    reportsSpeech = true,
  ) =>
    found.push({
      from: quote.from,
      to: quote.to,
      direct,
      speaker,
      verb: hit.verb.word,
      stance: hit.verb.stance,
      reportsSpeech,
    });
  for (const hit of englishHits(frame.words, verbs)) {
    if (hit.at < boundary) continue;
    const before = frame.words.slice(boundary, hit.at);
    const after = frame.words.slice(hit.end);
    const according = hit.form === 'according';
    const following = according
      ? nounPhraseAfter(after, frame.from + hit.end)
      : englishSpeakerAfter(after, frame.from + hit.end);
    const preceding = according ? undefined : englishSpeakerBefore(before, frame.from + boundary);
    const participle = /ing$/.test(hit.form);
    const inverted =
      according ||
      (following !== undefined &&
        !participle &&
        isInverted(before, boundary, frame.words.slice(following.to - frame.from), hit, preceding));
    const own = inverted
      ? following
      : participle
        ? (last ?? preceding)
        : (preceding ??
          (/^[\s,]*(?:and|but|then|also|or|who|,|later|has|had)*[\s,]*$/i.test(before) && last ? last : undefined));
    if (!own) continue;
    const cited = /^,?\s*(?:citing|quoting)\s+([^,]+?)(?:,|\s+as saying|\s+that\b)\s*(?:that\s+)?/.exec(after);
    const inner = cited?.[1] ? nounPhrase(cited[1], frame.from + hit.end + cited[0].indexOf(cited[1])) : undefined;
    const speaker = inner ?? own;
    const emitted = found.length;
    const quotes = paragraph.quotes.filter(
      (quote) => quote.open >= frame.from + boundary && quote.close <= frame.to && !used.has(quote.open),
    );
    const nearestBefore = quotes.filter((quote) => quote.close <= frame.from + hit.at).at(-1);
    const clauseEnd =
      inner && cited
        ? frame.from + hit.end + cited[0].length
        : inverted
          ? afterApposition(frame, speaker, according)
          : frame.from + hit.end;
    let done = false;
    // “…,” said X.
    if (
      nearestBefore &&
      /^[\s,—-]*$/u.test(
        frame.words.slice(
          nearestBefore.close - frame.from,
          Math.max(
            nearestBefore.close - frame.from,
            Math.min(hit.at, inverted ? hit.at : phraseStart(speaker) - frame.from),
          ),
        ),
      ) &&
      (isSpeechLike(text.slice(nearestBefore.from, nearestBefore.to)) ||
        /[,.!?]$/.test(text.slice(nearestBefore.from, nearestBefore.to)))
    ) {
      used.add(nearestBefore.open);
      add(nearestBefore, true, speaker, hit);
      done = true;
    }
    const rest = frame.words.slice(clauseEnd - frame.from);
    const next = quotes.find((quote) => quote.open >= clauseEnd);
    if (next && hasOnlyFrame(frame.words.slice(clauseEnd - frame.from, next.open - frame.from), done)) {
      const words = text.slice(next.from, next.to);
      const tail = frame.words.slice(next.close - frame.from);
      const embedded =
        !isSpeechLike(words) && /^\s+[a-z]/.test(tail) && !/,\s*$/.test(frame.words.slice(0, next.open - frame.from));
      if (!embedded) {
        used.add(next.open);
        add(next, true, speaker, hit);
        last = speaker;
        boundary = next.close - frame.from;
        continue;
      }
    }
    if (!done && (according || inverted) && before.replace(/[\s,\u25c7]/gu, '') !== '') {
      // The model is ready, X said.
      const span = trimSpan(
        text,
        frame.from + boundary + (/^\s*(?:and|but)\s/i.exec(before)?.[0].length ?? 0),
        frame.from + hit.at,
      );
      if (span.to - span.from > 8) add(span, false, speaker, hit);
      done = span.to - span.from > 8;
      // "so strong, says Huang, that lead times have doubled"
      const second = /^,\s+(?:that\s+)?(?=\S)/.exec(frame.words.slice(clauseEnd - frame.from));
      if (
        second &&
        done &&
        !rest.includes(MASK) &&
        !/^,\s+(?:who|which|an?|the [a-z]+ (?:of|at|who)|chief|head|adding|according)\b/.test(rest)
      ) {
        const tail = trimSpan(text, clauseEnd + second[0].length, frame.to);
        if (
          tail.to - tail.from > 12 &&
          /\b(?:is|are|was|were|will|would|could|can|may|has|have|had)\b/.test(text.slice(tail.from, tail.to))
        )
          add(tail, false, speaker, hit);
      }
      last = speaker;
      boundary = clauseEnd - frame.from;
      continue;
    }
    if (
      !done &&
      !inverted &&
      hit.verb.use === 'clause' &&
      (/^[\s,.]*$/.test(rest) || /^,\s+(?!that\b)/.test(rest) || WHEN_SAID.test(rest))
    ) {
      // "The device, the company claims, can run for a week."
      const start = frame.from + boundary;
      const span = trimSpan(text, start, phraseStart(speaker));
      if (span.to - span.from > 5 && speaker !== last && /,\s*$/.test(text.slice(start, phraseStart(speaker)))) {
        add(span, false, speaker, hit);
        const second = trimSpan(text, clauseEnd, frame.to);
        if (second.to - second.from > 8 && !rest.includes(MASK) && !WHEN_SAID.test(rest))
          add(second, false, speaker, hit);
        last = speaker;
        boundary = frame.words.length;
        continue;
      }
    }
    const asks = /^\s+(?:that|whether|if|how|why)\b/.test(rest);
    if (!done && (hit.verb.use === 'clause' || according || asks)) {
      const complement = complementSpan(text, frame, hit, rest, clauseEnd, verbs);
      if (complement) {
        const split = paragraph.quotes.find(
          (quote) =>
            quote.open > complement.from &&
            quote.close <= complement.to + 1 &&
            isSpeechLike(text.slice(quote.from, quote.to)) &&
            /[,:]\s*$/.test(text.slice(complement.from, quote.open)),
        );
        const span = split ? trimSpan(text, complement.from, split.open) : complement;
        const holder = PLAN.test(hit.form) && /^\s*to\s/.test(rest);
        if (span.to - span.from > 6) add(span, false, speaker, hit, !holder);
        if (split) {
          used.add(split.open);
          add(split, true, speaker, hit);
        }
        boundary = complement.to - frame.from;
        done = true;
      }
    }
    if (found.length === emitted && speaker.kind !== 'pronoun') {
      // "denied the claims": nothing is quoted, but "she said" may follow.
      add({ from: frame.from + hit.end, to: frame.from + hit.end }, false, speaker, hit, false);
    }
    if (done) {
      last = speaker;
      boundary = Math.max(boundary, clauseEnd - frame.from);
    }
  }
  if (found.length === 0 && earlier.length === 0) {
    const headline = headlineSpeech(frame, paragraph);
    if (headline) found.push(headline);
  }
  return found;
}

function nounPhraseAfter(after: string, offset: number): SpeakerPhrase | undefined {
  return englishSpeakerAfter(after, offset) ?? nounPhrase(/^[^,.;:\u25c7]{2,90}/.exec(after)?.[0] ?? '', offset);
}

function phraseStart(speaker: SpeakerPhrase): number {
  return speaker.start ?? speaker.from - (speaker.title ? speaker.title.length + 1 : 0);
}

/** "According to Luca Ferrand, an adviser to the Commission, the rules …": skips the apposition. */
function afterApposition(frame: Frame, speaker: SpeakerPhrase, according: boolean): number {
  if (!according) return speaker.to;
  const rest = frame.words.slice(speaker.to - frame.from);
  return (
    speaker.to +
    (/^,\s+(?:an?|the|who|chief|head|director|president|professor|founder|co-founder|senior|vice|its|his|her)\s[^,.;]{2,90}(?=,\s)/i.exec(
      rest,
    )?.[0].length ?? 0)
  );
}

/** "…," said X; "the model is ready, says X" — but not "X, the director, told lawmakers". */
function isInverted(
  before: string,
  boundary: number,
  behind: string,
  hit: EnglishHit,
  preceding: SpeakerPhrase | undefined,
): boolean {
  if (/^(?:tell|told|inform|remind|assure)/.test(hit.form)) return false;
  if (before.trim() === '') return boundary > 0;
  if (before.trimEnd().endsWith(MASK)) return true;
  if (!/,\s*$/.test(before)) return false;
  return preceding === undefined || /^\s*(?:[,.;]|$|(?:in|on|at|of|who)\b)/.test(behind);
}

/** Nothing but an addressee, a place or a comma between the verb and the quotation. */
function hasOnlyFrame(between: string, split: boolean): boolean {
  if (/^[\s,:;—.-]*(?:(?:that|adding|saying|and|but)\s*)?$/i.test(between)) return true;
  return between.length < 90 && (/[,:.]\s*$/.test(between) || split) && !/\b(?:said|says|told)\b/.test(between);
}
