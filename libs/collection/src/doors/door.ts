import type { KeyedEntry } from '../entries/announced-entry.js';
import type { RejectedItem } from './map-json-items.js';

/** One question to an API. */
export interface DoorRequest {
  url: string;
}

/** What one answer held, and what to ask next; null when that was all. */
export interface DoorPage {
  entries: KeyedEntry[];
  rejected: RejectedItem[];
  next: DoorRequest | null;
}

/** When a visit happens, and what it follows on. */
export interface DoorVisit {
  now: Date;
  /** Everything up to here is known; null on the first visit. */
  lastSuccess: Date | null;
}

/**
 * A kind of source that answers questions in JSON. Pure: it says what to ask and reads the answer.
 *
 * Deliberately not here: fetching, pausing, storing.
 */
export interface Door {
  first(visit: DoorVisit): DoorRequest;
  /** @throws DoorError for an answer of another shape */
  read(document: unknown, request: DoorRequest, visit: DoorVisit): DoorPage;
  /** Questions that one visit may ask. */
  readonly maxPages: number;
  /** Milliseconds that the API wants between two questions. */
  readonly pauseMs: number;
  /** Whether a page without anything new means that the following ones hold nothing new either. */
  readonly endsWithKnown: boolean;
}
