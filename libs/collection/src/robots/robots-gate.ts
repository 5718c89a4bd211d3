import { Injectable } from '@nestjs/common';
import { EgressError } from '@timbre/platform';
import { PoliteFetcher } from '../fetching/polite-fetcher.js';
import { crawlDelay, isAllowed } from './is-allowed.js';
import { parseRobots, type Robots } from './parse-robots.js';
import { RobotsRefusalError } from './robots-refusal-error.js';

const HOUR = 3_600_000;
/** How long a host that could not be asked stays closed before it is asked again. */
const UNREACHABLE = 300_000;
const MOST_HOSTS = 5_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** What a host's robots.txt says, or why it could not be had. */
type Verdict = { robots: Robots } | { refusal: RobotsRefusalError | EgressError };

/** Asks each host's robots.txt, at most once an hour, before pages of it are fetched. */
@Injectable()
export class RobotsGate {
  private readonly hosts = new Map<string, { until: number; verdict: Promise<Verdict> }>();

  constructor(private readonly fetcher: PoliteFetcher) {}

  /**
   * Passes when the page may be fetched.
   *
   * @throws RobotsRefusalError when the file closes the page, or the server could not say (RFC 9309 §2.3.1.4)
   * @throws EgressError when the host cannot be reached
   * @throws HostBusyError when it is not our turn at the host
   */
  async check(url: string, now: Date, signal?: AbortSignal): Promise<void> {
    const verdict = await this.verdictOf(new URL(url).origin, now, signal);
    if ('refusal' in verdict) throw verdict.refusal;
    if (!isAllowed(verdict.robots, this.fetcher.userAgent, url)) throw RobotsRefusalError.disallowed();
  }

  private async verdictOf(origin: string, now: Date, signal?: AbortSignal): Promise<Verdict> {
    const known = this.hosts.get(origin);
    if (known !== undefined && known.until > now.getTime()) return known.verdict;
    const host = { until: now.getTime() + HOUR, verdict: this.ask(origin, signal) };
    if (this.hosts.size >= MOST_HOSTS) this.hosts.clear();
    this.hosts.set(origin, host);
    try {
      const verdict = await host.verdict;
      if ('refusal' in verdict) host.until = now.getTime() + UNREACHABLE;
      return verdict;
    } catch (error) {
      // Nobody was asked, so nothing is known.
      this.hosts.delete(origin);
      throw error;
    }
  }

  /** A host without the file is open; one that answers with a server error, or not at all, is closed for now. */
  private async ask(origin: string, signal?: AbortSignal): Promise<Verdict> {
    try {
      const url = `${origin}/robots.txt`;
      const { status, bytes } = await this.fetcher.fetch({ url, maxBytes: MOST_BYTES, signal });
      if (status >= 500 || status === 429) return { refusal: RobotsRefusalError.unavailable(status) };
      const robots = parseRobots(status >= 400 ? '' : bytes.toString('utf8'));
      this.fetcher.setCrawlDelay(new URL(origin).hostname, crawlDelay(robots, this.fetcher.userAgent));
      return { robots };
    } catch (error) {
      if (!(error instanceof EgressError) || signal?.aborted) throw error;
      return { refusal: error };
    }
  }
}
