import { englishSpeakerBefore } from './en-speaker.js';
import type { ReportingVerb, ReportingVerbs } from './reporting-verb.js';

const WORD = /[A-Za-z]+/g;
const ACCORDING = /\b(?:according to|in the words of|in the view of|as per)\s+/gi;
const BE =
  /\b(?:than|as|is|are|was|were|be|been|being|am|'s|’s|to|the|a|an|his|her|its|their|my|our|this|of|no|for|with|any|more|such)\s+$/i;

/** A reporting verb in a frame, in the form in which it stands. */
export interface EnglishHit {
  at: number;
  end: number;
  form: string;
  verb: ReportingVerb;
}

/** The reporting verbs of a frame, without nouns and passives that look like them. */
export function englishHits(words: string, verbs: ReportingVerbs): EnglishHit[] {
  const hits: EnglishHit[] = [];
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
    !/^(?:say|believe|think|argue|insist|warn|claim|predict|expect|suggest|add|explain|acknowledge|admit|contend|reckon|concede|maintain|allege|caution|complain|worry|estimate|forecast|note|report|write|agree|fear|recommend)$/.test(
      form,
    )
  )
    return false;
  return englishSpeakerBefore(words.slice(Math.max(0, at - 120), at), 0)?.kind === 'role';
}
