import { kaplanMeier, survivalMedian } from './kaplan-meier.js';

const DAY = 86_400_000;

/** A statement as the index counts it: who said when that it will happen between which days. */
export interface ForecastVote {
  /** Speaker; statements without one count as one voice per article, so pass the article id. */
  speaker: string;
  /** Instant of the statement (ms). */
  saidAt: number;
  /** Predicted interval in ms; `to` null is an open end. */
  from: number;
  to: number | null;
}

/** Median predicted instant (ms) at a moment, with its band and the number of voices. */
export interface ForecastIndexPoint {
  at: number;
  median: number | null;
  low: number | null;
  high: number | null;
  n: number;
}

/**
 * Forecast index: at each moment the median of interval midpoints over the last `windowDays`, one vote (the latest)
 * per speaker, open ends right-censored at their start (Kaplan–Meier). Denials are not votes; leave them out.
 *
 * @param votes statements in any order
 * @param moments instants (ms) at which the index is wanted
 */
export function forecastIndex(
  votes: readonly ForecastVote[],
  moments: readonly number[],
  windowDays = 90,
): ForecastIndexPoint[] {
  const ordered = [...votes].sort((a, b) => a.saidAt - b.saidAt);
  return moments.map((at) => {
    const latest = new Map<string, ForecastVote>();
    for (const vote of ordered) {
      if (vote.saidAt > at) break;
      if (vote.saidAt > at - windowDays * DAY) latest.set(vote.speaker, vote);
    }
    const observations = [...latest.values()].map((vote) =>
      vote.to === null
        ? { value: vote.from, censored: true }
        : { value: vote.from + (vote.to - vote.from) / 2, censored: false },
    );
    return { at, ...survivalMedian(kaplanMeier(observations)), n: latest.size };
  });
}
