import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import {
  EgressClient,
  type EgressRequest,
  type EgressResponse,
  HOST_TURNS,
  type HostTurns,
  InjectSettings,
  type Settings,
} from '@timbre/platform';
import { closingTime } from './closing-time.js';
import { HostBusyError } from './host-busy-error.js';

/** Requests to one host at a time, over all workers. */
const AT_ONCE = 2;
/** A host may ask for longer pauses (Crawl-delay), but not for ever longer ones. */
const LONGEST_CRAWL_DELAY = 30_000;
const MOST_HOSTS = 10_000;
/** How much longer than its request a turn is held for a process that does not give it back. */
const LEASE_SLACK = 10_000;

export interface PoliteRequest extends Omit<EgressRequest, 'turn'> {
  /** Longest wait for a turn at a host; 5 s unless told. */
  patienceMs?: number;
}

/**
 * The guarded client with manners, for everything that is collected: at most two requests per host at a time and a
 * pause between their starts, over all workers; hosts that ask to be left alone are. Redirects wait for their turns too.
 */
@Injectable()
export class PoliteFetcher {
  /** Who asks next for a turn at a host, so that callers of this process do so in the order in which they came. */
  private readonly lines = new Map<string, Promise<unknown>>();
  private readonly crawlDelays = new Map<string, number>();

  constructor(
    private readonly egress: EgressClient,
    @Inject(HOST_TURNS) private readonly turns: HostTurns,
    @InjectSettings() private readonly settings: Pick<Settings, 'hostDelayMs'>,
  ) {}

  get userAgent(): string {
    return this.egress.userAgent;
  }

  /**
   * @throws EgressError as the guarded client does
   * @throws HostBusyError when there is no turn in time; nothing was asked of that host then
   */
  async fetch({ patienceMs = 5_000, ...request }: PoliteRequest): Promise<EgressResponse> {
    const response = await this.egress.fetch({ ...request, turn: (url) => this.turn(url, request, patienceMs) });
    const closed = closingTime(response, new Date());
    if (closed > 0) await this.turns.close(new URL(response.url).hostname, closed * 1_000);
    return response;
  }

  /** Notes what the host's robots.txt says; undefined takes it back. */
  setCrawlDelay(host: string, seconds: number | undefined): void {
    this.crawlDelays.delete(host);
    if (this.crawlDelays.size >= MOST_HOSTS) this.crawlDelays.clear();
    if (seconds !== undefined) this.crawlDelays.set(host, Math.min(LONGEST_CRAWL_DELAY, seconds * 1_000));
  }

  private async turn(url: URL, request: PoliteRequest, patienceMs: number): Promise<() => Promise<void>> {
    const host = url.hostname;
    const deadline = performance.now() + patienceMs;
    const place = (this.lines.get(host) ?? Promise.resolve()).then(() => this.take(host, request, deadline));
    const line = place.catch(() => undefined);
    this.lines.set(host, line);
    try {
      const turn = await place;
      return () => this.turns.giveBack(host, turn);
    } finally {
      if (this.lines.get(host) === line) this.lines.delete(host);
    }
  }

  private async take(
    host: string,
    { timeoutMs = this.egress.timeoutMs, signal }: PoliteRequest,
    deadline: number,
  ): Promise<string> {
    const terms = {
      atOnce: AT_ONCE,
      spacingMs: Math.max(this.settings.hostDelayMs, this.crawlDelays.get(host) ?? 0),
      leaseMs: timeoutMs + LEASE_SLACK,
    };
    for (;;) {
      signal?.throwIfAborted();
      const outcome = await this.turns.take(host, terms);
      if ('turn' in outcome) return outcome.turn;
      if (performance.now() + outcome.waitMs > deadline) throw new HostBusyError(host, outcome.waitMs);
      await delay(outcome.waitMs, undefined, { signal });
    }
  }
}
