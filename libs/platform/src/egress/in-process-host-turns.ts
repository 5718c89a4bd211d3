import { askAgainMs, type HostTurns, type TurnOutcome, type TurnTerms } from './host-turns.js';

interface HostState {
  /** Nobody starts before this instant. */
  nextStart: number;
  /** Ends of leases by turn. */
  running: Map<string, number>;
}

/** Turns among the callers of one process; also what is left where the shared store is away. */
export class InProcessHostTurns implements HostTurns {
  private readonly hosts = new Map<string, HostState>();
  private count = 0;

  /** @param clock - milliseconds on any scale that only goes forward */
  constructor(private readonly clock: () => number = () => performance.now()) {}

  async take(host: string, { atOnce, spacingMs, leaseMs }: TurnTerms): Promise<TurnOutcome> {
    const now = this.clock();
    const state = this.stateOf(host, now);
    if (state.nextStart > now) return { waitMs: state.nextStart - now };
    if (state.running.size >= atOnce) return { waitMs: askAgainMs };
    const turn = String((this.count += 1));
    state.running.set(turn, now + leaseMs);
    state.nextStart = now + spacingMs;
    return { turn };
  }

  async giveBack(host: string, turn: string): Promise<void> {
    this.hosts.get(host)?.running.delete(turn);
  }

  async close(host: string, forMs: number): Promise<void> {
    const now = this.clock();
    const state = this.stateOf(host, now);
    state.nextStart = Math.max(state.nextStart, now + forMs);
  }

  private stateOf(host: string, now: number): HostState {
    if (this.hosts.size > 10_000) this.forgetIdle(now);
    const known = this.hosts.get(host) ?? { nextStart: 0, running: new Map<string, number>() };
    for (const [turn, until] of known.running) if (until <= now) known.running.delete(turn);
    this.hosts.set(host, known);
    return known;
  }

  private forgetIdle(now: number): void {
    for (const [host, { nextStart, running }] of this.hosts) {
      if (nextStart <= now && running.size === 0) this.hosts.delete(host);
    }
  }
}
