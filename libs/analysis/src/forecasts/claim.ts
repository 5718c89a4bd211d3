import type { Span } from '@timbre/contracts';

/** Units in which people count the time until something happens. */
export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century';

/** How a quantity was worded; it decides which row of the interval table applies. */
export type QuantityShape = 'exact' | 'range' | 'vague' | 'at-most' | 'at-least';

/** "three years", "5 to 10 years", "几年", "at least two decades". */
export interface Quantity {
  lo: number;
  hi: number;
  unit: Unit;
  shape: QuantityShape;
}

export type Part = 'early' | 'mid' | 'late' | 'end';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

/**
 * A stretch of the calendar. Fields with `Offset` count from the period that holds the anchor (0 = this, 1 = next).
 * A period without any year is the nearest one that is not over on the anchor day.
 */
export interface Period {
  year?: number;
  yearOffset?: number;
  /** First year of a decade: 2030 for "the 2030s". */
  decade?: number;
  decadeOffset?: number;
  centuryOffset?: number;
  half?: 1 | 2;
  quarter?: 1 | 2 | 3 | 4;
  quarterOffset?: number;
  season?: Season;
  month?: number;
  /** Last month of 五六月份. */
  monthTo?: number;
  monthOffset?: number;
  weekOffset?: number;
  day?: number;
  dayOffset?: number;
  part?: Part;
}

/** The time of a claim, the same for every language. */
export type TimeExpression =
  | { type: 'deadline'; edge: 'by' | 'before'; period: Period }
  | { type: 'window'; quantity: Quantity }
  | { type: 'offset'; quantity: Quantity }
  | { type: 'calendar'; period: Period; until?: Period; around?: boolean }
  | { type: 'since'; period: Period; after?: true }
  | { type: 'not-before'; period: Period }
  | { type: 'soon' }
  | { type: 'lifetime' }
  | { type: 'never' }
  | { type: 'direction'; direction: 'sooner' | 'later' }
  | { type: 'shift'; previous?: TimeExpression; value: TimeExpression; direction?: 'sooner' | 'later' };

/** A time expression found in a sentence, with offsets into the document's text. */
export interface TimeMatch extends Span {
  time: TimeExpression;
  /** Words of the date that a shift moves away from. */
  previousSpan?: Span;
}
