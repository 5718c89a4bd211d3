/** How a host is to be treated. */
export interface TurnTerms {
  /** Requests to the host that may run at a time. */
  atOnce: number;
  /** Least milliseconds from the start of one request to the start of the next. */
  spacingMs: number;
  /** A turn that nobody gave back counts as over after this long: its process may be gone. */
  leaseMs: number;
}

/** A turn, or how long to wait before asking again. */
export type TurnOutcome = { turn: string } | { waitMs: number };

/**
 * Who may talk to a host now, agreed between all processes that share the store. Never waits itself.
 *
 * Deliberately not here: queues and fairness. Who waits, and for how long, is the caller's business.
 */
export interface HostTurns {
  take(host: string, terms: TurnTerms): Promise<TurnOutcome>;
  giveBack(host: string, turn: string): Promise<void>;
  /** Nobody gets a turn for so long: the host asked to be left alone (Retry-After). Never shortens an earlier wish. */
  close(host: string, forMs: number): Promise<void>;
}

/** Injection token of `HostTurns`. */
export const HOST_TURNS = Symbol('HostTurns');

/** When all turns of a host are taken, nobody knows when one is given back: ask again after this long. */
export const askAgainMs = 100;
