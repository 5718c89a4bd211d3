import type { AspectInLanguages, LanguageLead, TargetInLanguages, TargetRef } from '@timbre/contracts';
import { leadLag, netSentiment } from '@timbre/metrics';
import { byTarget, netOf, noMeasure } from '../measures/measure-values.js';
import type { Measure } from '../measures/measure.repository.js';
import type { SeriesBucket } from '../range/buckets.js';
import type { LabelRow } from '../target/target-detail.repository.js';

/** Two languages that are held against each other, first and second. */
export type Pair = readonly [string, string];

const hoursOfADay = 24;
/** News does not wait longer than two days to cross a border. */
const mostHours = 48;

/** What each language of the pair says, from measures by language. */
export function sidesOf(measures: readonly Measure[], pair: Pair): TargetInLanguages['sides'] {
  const side = (lang: string) => {
    const measure = measures.find(({ key }) => key === lang) ?? noMeasure;
    return { n: measure.n, net: netOf(measure) };
  };
  return [side(pair[0]), side(pair[1])];
}

/** Targets that either language mentions, those first that the smaller side knows best. */
export function targetsInLanguages(
  measures: readonly Measure[],
  pair: Pair,
  nameOf: (target: TargetRef) => string,
): Omit<TargetInLanguages, 'lead'>[] {
  return [...byTarget(measures)]
    .map(([target, own]) => ({ target, name: nameOf(target), sides: sidesOf(own, pair) }))
    .filter(({ sides: [a, b] }) => a.n + b.n > 0)
    .sort((x, y) => smallerSide(y) - smallerSide(x) || total(y) - total(x));
}

const smallerSide = ({ sides: [a, b] }: Pick<TargetInLanguages, 'sides'>): number => Math.min(a.n, b.n);
const total = ({ sides: [a, b] }: Pick<TargetInLanguages, 'sides'>): number => a.n + b.n;

/** Who wrote first about one target, from its measures by language and hour. */
export function languageLeadOf(
  measures: readonly Measure[],
  pair: Pair,
  hours: readonly SeriesBucket[],
): LanguageLead | null {
  const counts = (lang: string): number[] => {
    const bySlot = new Map(measures.filter(({ key }) => key === lang).map(({ slot, n }) => [slot, n]));
    return hours.map(({ slot }) => bySlot.get(slot) ?? 0);
  };
  const found = leadLag(counts(pair[0]), counts(pair[1]), { most: mostHours, period: hoursOfADay });
  return found && { hours: found.lag, correlation: found.correlation };
}

interface AspectRow extends LabelRow {
  aspect: string;
}

/** Aspects of either language; those first whose shares differ most. */
export function aspectsInLanguages(
  rows: readonly [readonly AspectRow[], readonly AspectRow[]],
  mentions: readonly [number, number],
): AspectInLanguages[] {
  const side = (aspect: string, which: 0 | 1): AspectInLanguages['sides'][number] => {
    const { n, positive, negative } = rows[which].find((row) => row.aspect === aspect) ?? nothing;
    const counts = { positive, negative, neutral: n - positive - negative };
    return { n, net: netSentiment(counts), share: mentions[which] === 0 ? 0 : Math.min(1, n / mentions[which]) };
  };
  const aspects = [...new Set([...rows[0], ...rows[1]].map(({ aspect }) => aspect))];
  return aspects
    .map((aspect): AspectInLanguages => ({ aspect, sides: [side(aspect, 0), side(aspect, 1)] }))
    .sort((x, y) => shareGap(y) - shareGap(x) || (x.aspect < y.aspect ? -1 : 1));
}

const nothing: LabelRow = { n: 0, positive: 0, negative: 0 };
const shareGap = ({ sides: [a, b] }: AspectInLanguages): number => Math.abs(a.share - b.share);
