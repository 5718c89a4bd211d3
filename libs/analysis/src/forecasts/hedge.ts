import type { Forecast } from '@timbre/contracts';
import { ENGLISH_CUES } from './en/hedge-cues.js';
import { CHINESE_CUES } from './zh/hedge-cues.js';

export type Hedge = Forecast['hedge'];

/** Cue → how sure it is; `none` keeps longer words from being read as the cue that they contain (发布会, willing). */
export type CueTable = Readonly<Record<Hedge | 'none', readonly string[]>>;

const RANK: Record<Hedge, number> = { possible: 0, likely: 1, certain: 2 };
const PROBABILITY =
  /(\d{1,3})(?:\.\d+)?\s*%\s*的?(?:or (?:more|higher) )?(?:chance|probability|likelihood|odds|概率|可能性?|几率|机会|把握)|(?:odds|probability|chances?|likelihood)[^.;%\d]{1,30}(?:\d{4})?[^.;%\d]{0,12}?(?:at|is|of)\s(\d{1,3})\s*%|(?:概率|可能性|几率|probability of|chance of|odds at)\s*(?:约|高达|超过|为|是|有|达到?|大约|about|over|at least|around)*\s*(\d{1,3})(?:\.\d+)?\s*%/giu;

const tables = {
  zh: compile(CHINESE_CUES, false),
  en: compile(ENGLISH_CUES, true),
};

/** The weakest cue of `region` wins; without any cue a dated statement counts as likely. */
export function hedgeOf(region: string, lang: 'zh' | 'en'): { hedge: Hedge; cued: boolean } {
  const cues = cuesOf(region.replace(PROBABILITY, ' '), lang);
  for (const match of region.matchAll(PROBABILITY)) {
    const percent = Number(match[1] ?? match[2] ?? match[3]);
    cues.push(percent < 60 ? 'possible' : percent < 90 ? 'likely' : 'certain');
  }
  if (cues.length === 0) return { hedge: 'likely', cued: false };
  return { hedge: cues.reduce((weakest, cue) => (RANK[cue] < RANK[weakest] ? cue : weakest)), cued: true };
}

function cuesOf(region: string, lang: 'zh' | 'en'): Hedge[] {
  const { pattern, level } = tables[lang];
  const words = region.replace(/\s+/g, ' ');
  const found: Hedge[] = [];
  for (const match of words.matchAll(pattern)) {
    const cue = level.get(match[0].toLowerCase().replace('’', "'"));
    if (cue && cue !== 'none') found.push(cue);
  }
  return found;
}

/** One alternation, longest cue first, so that 很可能 is found before 可能. */
function compile(table: CueTable, wholeWords: boolean) {
  const level = new Map<string, Hedge | 'none'>();
  for (const [hedge, cues] of Object.entries(table) as [Hedge | 'none', readonly string[]][]) {
    for (const cue of cues) level.set(cue, hedge);
  }
  const alternatives = [...level.keys()]
    .sort((a, b) => b.length - a.length)
    .map((cue) => cue.replaceAll("'", "['’]"))
    .join('|');
  return {
    level,
    pattern: new RegExp(wholeWords ? `(?:(?<![a-z])|(?=['’]))(?:${alternatives})(?![a-z])` : alternatives, 'giu'),
  };
}
