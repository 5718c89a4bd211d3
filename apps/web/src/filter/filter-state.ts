import type { Aspect, Bucket, CountingUnit, SentimentLabel, TargetRef } from '@timbre/contracts';

export const rangePresets = ['24h', '7d', '30d', '90d', '12m', 'month', 'year', 'all'] as const;
export type RangePreset = (typeof rangePresets)[number];

/** Respects in which a subject can come off; written out, so that the first load carries no schemas. */
export const aspects = [
  'cost',
  'quality',
  'safety',
  'legality',
  'timing',
  'openness',
  'jobs',
  'authenticity',
  'business',
] as const satisfies readonly Aspect[];

/** What the filter bar holds; the whole of it is in the URL. */
export interface FilterState {
  /** Null: the default for what there is, see `resolveRange`. */
  range: RangePreset | null;
  /** Absolute range: days (the last one included) or instants (the last one excluded). */
  from: string | null;
  to: string | null;
  bucket: Bucket | 'auto';
  compare: 'none' | 'previous' | 'year';
  targets: TargetRef[];
  sources: string[];
  languages: string[];
  labels: SentimentLabel[];
  aspects: Aspect[];
  /** Names or entity ids of people and organisations that are quoted. */
  speakers: string[];
  unit: CountingUnit;
  weighting: 'none' | 'decayed';
}

export const emptyFilter: FilterState = {
  range: null,
  from: null,
  to: null,
  bucket: 'auto',
  compare: 'previous',
  targets: [],
  sources: [],
  languages: [],
  labels: [],
  aspects: [],
  speakers: [],
  unit: 'stories',
  weighting: 'none',
};
