import type { RawAttribution, SpeakerPhrase } from './attribution.js';
import { englishSpeakerAfter, englishSpeakerBefore, nounPhrase } from './en-speaker.js';
import { MASK, type FramedParagraph } from './paragraph-mask.js';
import type { QuotedWords } from './quote-marks.js';
import type { ReportingVerb, ReportingVerbs } from './reporting-verb.js';
import { isSpeechLike } from './speech-like.js';

const WORD = /[A-Za-z]+/g;
const ABBREVIATION =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|St|Jr|Sr|Inc|Corp|Ltd|Co|vs|No|U\.S|U\.K|e\.g|i\.e)|\b[A-Z])$/;
const ACCORDING = /\b(?:according to|in the words of|in the view of|as per)\s+/gi;
const HEADLINE = /^\s*([A-Z][^:.!?\u25c7]{1,60}?):\s+(?=\S)/;
const LABEL =
  /^(?:source|photo|image|by|note|update|related|read more|tags?|topics?|correction|editor|file|credit|caption|watch|video|analysis|opinion|exclusive|breaking|review|explainer|live|q|a|question|answer|step \d|example|warning|summary|conclusion|here|this|the (?:problem|answer|result|question|catch)|result|bottom line|verdict|pros|cons|subject|date|price)\b/i;
const OBJECT =
  /^\s+(?:(?:the )?[A-Z][\w.'’-]*(?:\s+(?:of |the )?[A-Z][\w.'’-]*){0,4}|reporters|investors|lawmakers|staff|employees|analysts|us|me|him|her|them|(?:an?|the) [a-z]+(?: [a-z]+){0,3}?)(?:\s+(?:on|in|at|during|via|this|last|by)\s+[\w' ,-]{1,40}?)??(?=\s+that\b|,|\s*$|\s+(?:it|the|he|she|they|its|his|her|their|ai|agi|we|there|this|these|a|an|[A-Z])\b)/;
const PLAN =
  /^(?:expect|plan|hope|want|intend|promise|pledge|vow|agree|offer|urge|propose|call|ask|project|decide|aim|seek|swear|demand)/i;
const BE =
  /\b(?:than|as|is|are|was|were|be|been|being|am|'s|’s|to|the|a|an|his|her|its|their|my|our|this|of|no|for|with|any|more|such)\s+$/i;

/** Attributions of one English paragraph, in the order of the text. */
export function englishAttributions(text: string, paragraph: FramedParagraph, verbs: ReportingVerbs): RawAttribution[] {
  const found: RawAttribution[] = [];
  const used = new Set<number>();
  for (const frame of frames(text, paragraph))
    found.push(...frameAttributions(text, paragraph, frame, verbs, used, found));
  for (const quote of paragraph.quotes) {
    if (used.has(quote.open) || found.some((item) => item.from <= quote.from && item.to >= quote.to)) continue;
    const words = text.slice(quote.from, quote.to);
    const before = paragraph.masked.slice(0, quote.open - paragraph.from);
    const earlier = found.filter((item) => item.to <= quote.from).at(-1);
    const opens = before.trim() === '';
    const described = /\bdescrib\w+ [^,.;]{1,60} as\s*$/.test(before);
    if ((!isSpeechLike(words) && !described) || !(opens || described || (earlier && /[.!?:,\u25c7]\s*$/.test(before))))
      continue;
    // “…” — Amara Osei, neurologist
    const signed = /^\s*[—–]+\s*([A-Z][^,.;—–]{2,60})/u.exec(paragraph.masked.slice(quote.close - paragraph.from));
    const signer = signed?.[1] ? nounPhrase(signed[1], quote.close + signed[0].indexOf(signed[1])) : undefined;
    found.push({
      from: quote.from,
      to: quote.to,
      direct: true,
      speaker:
        signer ??
        earlier?.speaker ??
        (described
          ? englishSpeakerBefore(before.slice(0, before.search(/\bdescrib\w+ [^,.;]{1,60} as\s*$/)), paragraph.from)
          : undefined),
      verb: earlier?.verb ?? '',
      stance: earlier?.stance ?? 'neutral',
      reportsSpeech: true,
    });
  }
  return found.sort((a, b) => a.from - b.from);
}

interface Frame {
  from: number;
  to: number;
  words: string;
}

/** Sentences of the frame. A quotation that ends one is followed by a capital that opens the next, unless a verb comes. */
function frames(text: string, paragraph: FramedParagraph): Frame[] {
  const { masked } = paragraph;
  const found: Frame[] = [];
  let start = 0;
  const push = (end: number) => {
    const words = masked.slice(start, end);
    if (words.trim() !== '') found.push({ from: paragraph.from + start, to: paragraph.from + end, words });
    start = end;
  };
  for (const match of masked.matchAll(/[.!?]+(?=\s|$|\u25c7)|\u25c7(?=\s+[A-Z])/g)) {
    const end = match.index + match[0].length;
    if (match[0] === MASK) {
      const quote = paragraph.quotes.find((item) => item.close === paragraph.from + end);
      if (!quote || !/[.!?]/.test(text.charAt(quote.to - 1)) || end < start) continue;
      const lead = masked.slice(start, quote.open - paragraph.from);
      const trailing = masked.slice(end, end + 60);
      // `"…?" Altman asked` belongs to its quotation.
      if (
        lead.trim() === '' &&
        /^\s+(?:[A-Z][\w.'’-]*\s+){1,4}[a-z]+(?:ed|s|id|ote|old)\b/.test(trailing) &&
        !/[.!?]/.test(trailing.slice(0, 25))
      )
        continue;
      push(end);
    } else if (!ABBREVIATION.test(masked.slice(Math.max(0, match.index - 5), match.index))) push(end);
  }
  push(masked.length);
  return found;
}

interface Hit {
  at: number;
  end: number;
  form: string;
  verb: ReportingVerb;
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
    hit: Hit,
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
  for (const hit of hitsOf(frame.words, verbs)) {
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
      const span = trim(
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
        const tail = trim(text, clauseEnd + second[0].length, frame.to);
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
    if (!done && !inverted && hit.verb.use === 'clause' && (/^[\s,.]*$/.test(rest) || /^,\s+(?!that\b)/.test(rest))) {
      // "The device, the company claims, can run for a week."
      const start = frame.from + boundary;
      const span = trim(text, start, phraseStart(speaker));
      if (span.to - span.from > 5 && speaker !== last && /,\s*$/.test(text.slice(start, phraseStart(speaker)))) {
        add(span, false, speaker, hit);
        const second = trim(text, clauseEnd, frame.to);
        if (second.to - second.from > 8 && !rest.includes(MASK)) add(second, false, speaker, hit);
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
        const span = split ? trim(text, complement.from, split.open) : complement;
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
  return speaker.from - (speaker.title ? speaker.title.length + 1 : 0);
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
  hit: Hit,
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

function complementSpan(
  text: string,
  frame: Frame,
  hit: Hit,
  rest: string,
  start: number,
  verbs: ReportingVerbs,
): { from: number; to: number } | undefined {
  let lead = /^(?:\s*,)?\s*/.exec(rest)?.[0].length ?? 0;
  const that = /^[^.;:]{0,70}?\bthat\s+/.exec(rest);
  const told = /^(?:tell|told|tells|telling|inform|assure|remind|advise|notif|warn|caution|ask|convinc)/i.test(
    hit.form,
  );
  const object = told ? OBJECT.exec(rest) : null;
  if (that && (that[0].length < 12 || told || /^\s+(?:on|in|at|during|to)\s/.test(rest))) lead = that[0].length;
  else if (object) lead = object[0].length + (/^[\s,]*/.exec(rest.slice(object[0].length))?.[0].length ?? 0);
  else {
    // "said on Monday the model …"
    const when =
      /^\s+(?:(?:on|in|at|during)\s+(?:[A-Z][\w'’-]*|an? [a-z]+|\d{4})(?:\s+[\w'’-]+){0,5}?,?\s+(?=(?:it|the|he|she|they|its|his|their|a|an|ai|agi|we|this|[A-Z])\b)|(?:last|this) \w+,?\s+)/.exec(
        rest,
      );
    if (when) lead = when[0].length;
  }
  const body = rest.slice(lead);
  if (hit.form !== 'according' && !startsClause(body, rest.slice(0, lead), hit, verbs)) return undefined;
  const stop =
    /;|\s—\s|,\s+(?:while|but|adding|according|said|and (?:said|added|he|she|they)\b|saying|who|calling|citing|noting|warning|arguing)\b|,\s+[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3}\s+(?:said|says|told|added|wrote|argued)\b/.exec(
      body,
    );
  return trim(text, start + lead, stop ? start + lead + stop.index : frame.to);
}

/** A complement has a subject and a verb; "said in a statement" or "asked for money" do not open one. */
function startsClause(body: string, lead: string, hit: Hit, verbs: ReportingVerbs): boolean {
  const words = body.split(/\s+/);
  if (words.length < 3) return false;
  if (
    /^(?:in|on|at|during|of|by|for|with|from|into|about|against|over|under|out|up|off|so|nothing|yes|no)\b/i.test(
      body,
    ) &&
    !/^(?:in|by|on|at|over|within|under) [^,]{2,50},|^(?:by|in|within) (?:the )?(?:end|early|late|mid|\d)/i.test(body)
  )
    return false;
  if (PLAN.test(hit.form) && /^to\s/.test(body)) return true;
  if (/^(?:to|him|them|us|me)\b|^her(?=[,.]|\s+(?:that|to|about)\b)/i.test(body)) return false;
  if (verbs.en.get(hit.form)?.use === 'quote' && !/^(?:whether|if|how|why)\b/.test(body) && !/\bthat\s+$/.test(lead))
    return false;
  return (
    /\b(?:is|are|was|were|will|would|could|can|may|might|should|must|has|have|had|does|do|did|isn['’]t|aren['’]t|won['’]t|can['’]t|cannot|[a-z]{3,}(?:s|ed|en))\b|['’](?:s|re|ll|d|ve)\b|\u25c7/i.test(
      body,
    ) ||
    /^(?:that|AGI|AI)\b/i.test(body) ||
    (/^(?:expect|predict|forecast)/i.test(hit.form) && words.length >= 3)
  );
}

function hitsOf(words: string, verbs: ReportingVerbs): Hit[] {
  const hits: Hit[] = [];
  for (const match of words.matchAll(ACCORDING)) {
    hits.push({
      at: match.index,
      end: match.index + match[0].length,
      form: 'according',
      verb: { word: 'according to', stance: 'neutral', use: 'clause' },
    });
  }
  for (const match of words.matchAll(WORD)) {
    const form = match[0].toLowerCase();
    const verb = verbs.en.get(form);
    if (!verb || (match[0] !== form && match.index > 0)) continue;
    if (
      /^(?:call|dub|describ)/.test(form) &&
      /\b(?:which|what|that)\s+(?:[\w'’-]+\s+){1,3}$/.test(words.slice(Math.max(0, match.index - 40), match.index))
    )
      continue;
    if (
      /\bwho (?:has |had )?$/.test(words.slice(Math.max(0, match.index - 9), match.index)) &&
      /^(?:ask|declin)/.test(form)
    )
      continue;
    // Nouns ("the report", "a plan") and passives ("is expected") report nothing here.
    if (BE.test(words.slice(Math.max(0, match.index - 8), match.index))) continue;
    if (form === verb.word && isOwnSubject(words, match.index, form)) {
      hits.push({ at: match.index, end: match.index + match[0].length, form, verb });
      continue;
    }
    if (
      form === verb.word &&
      !/(?:\b(?:I|we|they|you|who|researchers|people|analysts|experts|officials|critics|insiders|executives|scientists|s|others|many|some|engineers|sources|to|would|will|did|could|can|investors|economists|developers|and)|[a-z]s)\s+(?:also |still |now )?$/.test(
        words.slice(Math.max(0, match.index - 20), match.index),
      ) &&
      form !== 'forecast'
    )
      continue;
    hits.push({ at: match.index, end: match.index + match[0].length, form, verb });
  }
  return hits.sort((a, b) => a.at - b.at);
}

/** "Researchers at the University of Leiden say": a plural role before a base form that is hardly ever a noun. */
function isOwnSubject(words: string, at: number, form: string): boolean {
  if (
    !/^(?:say|believe|think|argue|insist|warn|claim|predict|expect|suggest|add|explain|acknowledge|admit|contend|reckon|concede|maintain|allege|caution|complain|worry)$/.test(
      form,
    )
  )
    return false;
  return englishSpeakerBefore(words.slice(Math.max(0, at - 120), at), 0)?.kind === 'role';
}

function headlineSpeech(frame: Frame, paragraph: FramedParagraph): RawAttribution | undefined {
  const match = HEADLINE.exec(frame.words);
  const name = match?.[1];
  if (!match || !name || LABEL.test(name) || frame.from !== paragraph.from) return undefined;
  const speaker = nounPhrase(name, frame.from + match[0].indexOf(name));
  if (
    !speaker ||
    speaker.kind === 'pronoun' ||
    (speaker.kind === 'organisation' && /\s/.test(speaker.name) && !/^[A-Z]/.test(speaker.name))
  )
    return undefined;
  const body = frame.words.slice(match[0].length).trim();
  const direct = body.startsWith(MASK) && body.endsWith(MASK);
  const from = frame.from + match[0].length + (direct ? 1 : 0);
  const to = frame.from + frame.words.trimEnd().length - (direct ? 1 : 0);
  if (to - from < 8) return undefined;
  return { from, to, direct, speaker, verb: ':', stance: 'neutral', reportsSpeech: true };
}

function trim(text: string, from: number, to: number): { from: number; to: number } {
  while (from < to && /[\s,:;]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s,.;:!?"“]/.test(text.charAt(to - 1))) to -= 1;
  return { from, to };
}
