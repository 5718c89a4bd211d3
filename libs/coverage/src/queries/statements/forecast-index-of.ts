import type { Forecast, ForecastIndex } from '@timbre/contracts';
import { forecastIndex, type ForecastVote } from '@timbre/metrics';
import type { StoredStatement } from './quote-list.repository.js';

const dayMs = 86_400_000;

/**
 * Median predicted date over the time at which it was said. Denials name no date and have no vote; a claim without a
 * speaker is the voice of its article.
 *
 * @param moments - instants at which the index is wanted, in ms.
 */
export function forecastIndexOf(
  claims: readonly StoredStatement<Forecast>[],
  moments: readonly number[],
): ForecastIndex {
  const votes = claims
    .filter(({ body }) => body.kind !== 'denial')
    .map(({ articleId, published, body }): ForecastVote => ({
      speaker: body.speakerEntity ?? body.speaker ?? articleId,
      saidAt: published.getTime(),
      from: Date.parse(body.from),
      // An inclusive last day ends where the next one begins.
      to: body.to === null ? null : Date.parse(body.to) + dayMs,
    }));
  const points = forecastIndex(votes, moments);
  return {
    t: points.map(({ at }) => isoDay(at)),
    median: points.map(({ median }) => isoDayOrNull(median)),
    low: points.map(({ low }) => isoDayOrNull(low)),
    high: points.map(({ high }) => isoDayOrNull(high)),
    n: points.map(({ n }) => n),
  };
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);
const isoDayOrNull = (at: number | null): string | null => (at === null ? null : isoDay(at));
