import type { AlertSeries } from '@timbre/contracts';

/** A rule's values around one alert, as columns of equal length. */
export interface AlertMomentInput {
  /** What is drawn, in words; the heading of the picture. */
  title: string;
  series: AlertSeries;
  /** Instants. */
  t: readonly string[];
  value: readonly (number | null)[];
  n: readonly number[];
  /** Where collection was blind and nothing was concluded. */
  held: readonly boolean[];
  /** The lines of the condition; null where there is none. */
  low: readonly (number | null)[];
  high: readonly (number | null)[];
  /** Begin of the alert, and its end unless it is still on. */
  from: string;
  to: string | null;
}
