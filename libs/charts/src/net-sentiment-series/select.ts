import { lineId } from './transform.js';
import type { MarkEvent, Selection } from '../drawing/chart.js';
import { bucketSelection } from '../time/bucket-selection.js';
import { nearestBucket } from '../time/nearest-bucket.js';
import type { NetSentimentInput } from './types.js';

/** The articles of the bucket under a point. */
export function selectNetPoint(input: NetSentimentInput, event: MarkEvent): Selection | null {
  const series = input.series.find((series) => event.seriesId === `net:${lineId(series)}`);
  if (!series || !Array.isArray(event.value)) return null;
  return { target: series.target, ...bucketSelection(series.t, Number(event.value[5]), input.provenance.to) };
}

/** The articles of the bucket above a position, of every line when there are several. */
export function selectNetTime(input: NetSentimentInput, at: number): Selection | null {
  const first = input.series[0];
  if (!first) return null;
  const nearest = nearestBucket(first.t, at, input.provenance.tz);
  if (nearest < 0) return null;
  const target = input.series.length === 1 ? { target: first.target } : {};
  return { ...target, ...bucketSelection(first.t, nearest, input.provenance.to) };
}
