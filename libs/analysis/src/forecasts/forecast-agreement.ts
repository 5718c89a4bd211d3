import { parseIsoDay } from './calendar.js';

/** The parts of a forecast that are compared; a speaker that is not given is not compared. */
interface LabelledForecast {
  from: string;
  to: string | null;
  kind: string;
  hedge: string;
  speaker?: string | null | undefined;
}

/** Counts over a set of texts; precision, recall and F1 follow from the first three. */
interface ForecastAgreement {
  matched: number;
  missed: number;
  spurious: number;
  kinds: number;
  hedges: number;
  speakers: number;
  /** Matches whose label names a speaker (or says that there is none). */
  speakersLabelled: number;
}

const OPEN_END = '2100-01-01';

/** Overlap over union of two intervals of inclusive days; an open end counts as 2100-01-01. */
function intervalOverlap(a: { from: string; to: string | null }, b: { from: string; to: string | null }): number {
  const [aFrom, aTo, bFrom, bTo] = [a.from, a.to ?? OPEN_END, b.from, b.to ?? OPEN_END].map(
    (day) => parseIsoDay(day) ?? 0,
  );
  if (aFrom === undefined || aTo === undefined || bFrom === undefined || bTo === undefined) return 0;
  const shared = Math.min(aTo, bTo) - Math.max(aFrom, bFrom) + 1;
  return shared <= 0 ? 0 : shared / (Math.max(aTo, bTo) - Math.min(aFrom, bFrom) + 1);
}

/** Pairs what was found in one text with its labels, best overlap first; a pair needs an overlap of one half. */
export function forecastAgreement(
  labels: readonly LabelledForecast[],
  found: readonly LabelledForecast[],
): ForecastAgreement {
  const pairs = labels
    .flatMap((label, i) => found.map((item, j) => ({ i, j, label, item, overlap: intervalOverlap(label, item) })))
    .filter((pair) => pair.overlap >= 0.5)
    .sort((a, b) => b.overlap - a.overlap);
  const usedLabels = new Set<number>();
  const usedItems = new Set<number>();
  const agreement: ForecastAgreement = {
    matched: 0,
    missed: 0,
    spurious: 0,
    kinds: 0,
    hedges: 0,
    speakers: 0,
    speakersLabelled: 0,
  };
  for (const { i, j, label, item } of pairs) {
    if (usedLabels.has(i) || usedItems.has(j)) continue;
    usedLabels.add(i);
    usedItems.add(j);
    agreement.matched += 1;
    if (label.kind === item.kind) agreement.kinds += 1;
    if (label.hedge === item.hedge) agreement.hedges += 1;
    if (label.speaker === undefined) continue;
    agreement.speakersLabelled += 1;
    if (sameSpeaker(label.speaker, item.speaker ?? null)) agreement.speakers += 1;
  }
  agreement.missed = labels.length - agreement.matched;
  agreement.spurious = found.length - agreement.matched;
  return agreement;
}

/** Names are equal without spaces, case and articles. */
export function sameSpeaker(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return plainName(a) === plainName(b);
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/u, '')
    .replace(/[\s·•・‧.]+/gu, '');
}
