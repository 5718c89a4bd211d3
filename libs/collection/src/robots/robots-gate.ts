import { Injectable } from '@nestjs/common';
import { EgressClient, EgressError } from '@timbre/platform';
import { isAllowed } from './is-allowed.js';
import { parseRobots, type Robots } from './parse-robots.js';

const HOUR = 3_600_000;
/** How long a host that could not be asked stays closed before it is asked again. */
const UNREACHABLE = 300_000;
const MOST_HOSTS = 5_000;

interface KnownHost {
  until: number;
  /** Null: it could not be asked, so everything is closed (RFC 9309 §2.3.1.4). */
  robots: Robots | null;
}

/** Asks each host's robots.txt, at most once an hour, before pages of it are fetched. */
@Injectable()
export class RobotsGate {
  private readonly hosts = new Map<string, KnownHost>();

  constructor(private readonly egress: EgressClient) {}

  async allows(url: string, now: Date, signal?: AbortSignal): Promise<boolean> {
    const { origin } = new URL(url);
    const known = this.hosts.get(origin);
    const host = known !== undefined && known.until > now.getTime() ? known : await this.ask(origin, now, signal);
    return host.robots !== null && isAllowed(host.robots, this.egress.userAgent, url);
  }

  private async ask(origin: string, now: Date, signal?: AbortSignal): Promise<KnownHost> {
    const robots = await this.fetch(origin, signal);
    const host = { robots, until: now.getTime() + (robots === null ? UNREACHABLE : HOUR) };
    if (this.hosts.size >= MOST_HOSTS) this.hosts.clear();
    this.hosts.set(origin, host);
    return host;
  }

  /** A host without the file is open; one that answers with a server error, or not at all, is closed for now. */
  private async fetch(origin: string, signal?: AbortSignal): Promise<Robots | null> {
    try {
      const { status, bytes } = await this.egress.fetch({ url: `${origin}/robots.txt`, maxBytes: 1_048_576, signal });
      if (status >= 500) return null;
      return parseRobots(status >= 400 ? '' : bytes.toString('utf8'));
    } catch (error) {
      if (!(error instanceof EgressError) || signal?.aborted) throw error;
      return null;
    }
  }
}
