import { Agent, type Dispatcher, request } from 'undici';
import { EgressError } from './egress-error.js';
import { EgressPolicy } from './egress-policy.js';
import { guardedConnector, type Resolve, resolveWithSystem } from './guarded-connector.js';
import { acceptEncoding, discard, readBody } from './read-body.js';
import { type Hop, type NextHop, nextHop } from './redirect.js';
import { TimeBudget } from './time-budget.js';
import { mayBeHttp2, translateError } from './translate-error.js';

export interface EgressOptions {
  allow: readonly string[];
  ports: readonly number[];
  proxy?: string | undefined;
  userAgent: string;
  /** Limit of requests that name none; 20 s unless told. */
  timeoutMs?: number;
  /** Whether HTTP/2 is offered to https servers; yes unless told. */
  http2?: boolean;
  /** For tests. */
  resolve?: Resolve;
  /** Certificates of authorities to trust instead of the built-in ones, for tests. */
  ca?: string;
}

export interface EgressRequest {
  url: string;
  method?: Hop['method'];
  headers?: Readonly<Record<string, string>>;
  body?: Hop['body'];
  /** Largest body in bytes after decompression; 15 MiB unless told. */
  maxBytes?: number;
  /** From the first connection to the last byte, redirects included, waiting for a turn not; the client's limit unless told. */
  timeoutMs?: number;
  /** Redirects that are followed; 5 unless told. With 0 the redirect itself is the answer. */
  maxRedirects?: number;
  /**
   * Asked before each request on the way, redirects included, and may wait; what it gives back is called once that
   * request has ended. This is where politeness towards a host comes in.
   */
  turn?: (url: URL) => Promise<() => void | Promise<void>>;
  signal?: AbortSignal;
}

export interface EgressRedirect {
  from: string;
  to: string;
  /** 301 or 308: the new address should be used from now on. */
  permanent: boolean;
}

export interface EgressResponse {
  status: number;
  /** Where the answer came from in the end. */
  url: string;
  redirects: EgressRedirect[];
  /** Lower-case names; values of repeated headers are joined with ", ". */
  headers: Record<string, string>;
  /** Decompressed. */
  bytes: Buffer;
  /** The content-type header as sent, or null. */
  contentType: string | null;
}

/** Carries what a turn was refused with past the translation of errors. */
class TurnRefusedError extends Error {
  constructor(cause: unknown) {
    super('No turn was given.', { cause });
  }
}

/**
 * The one way out of the process towards a URL that a user or a document named. Connects to public unicast addresses
 * only (checked at connect time, for each redirect anew), within limits of size, time and redirects.
 *
 * Deliberately not here: cookies, caches, retries. Callers know when trying again makes sense (`error.retryable`).
 */
export class EgressClient {
  /** How this client names itself. */
  readonly userAgent: string;
  /** Time limit of requests that name none, in milliseconds. */
  readonly timeoutMs: number;
  private readonly policy: EgressPolicy;
  private readonly agent: Agent;
  /** For servers that offer HTTP/2 and then break it. */
  private readonly http1: Agent;

  constructor(private readonly options: EgressOptions) {
    this.userAgent = options.userAgent;
    this.timeoutMs = options.timeoutMs ?? 20_000;
    this.policy = new EgressPolicy(options.allow, options.ports);
    this.agent = this.openAgent(options.http2 ?? true);
    this.http1 = this.openAgent(false);
  }

  /** @throws EgressError with a stable code. Any HTTP status is an answer, not an error. */
  async fetch(wanted: EgressRequest): Promise<EgressResponse> {
    const budget = new TimeBudget(wanted.timeoutMs ?? this.timeoutMs);
    try {
      return await this.follow(wanted, budget);
    } catch (error) {
      if (error instanceof TurnRefusedError) throw error.cause;
      throw translateError(error, { timedOut: budget.isSpent, aborted: wanted.signal?.aborted === true });
    } finally {
      budget.pause();
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.agent.destroy(), this.http1.destroy()]);
  }

  private openAgent(allowH2: boolean): Agent {
    const { resolve = resolveWithSystem, proxy, ca } = this.options;
    const connect = { allowH2, ...(ca !== undefined && { ca }) };
    return new Agent({
      connect: guardedConnector(this.policy, resolve, proxy === undefined ? null : new URL(proxy), connect),
      allowH2,
      connections: 8,
      maxHeaderSize: 32_768,
      keepAliveTimeout: 4_000,
      keepAliveMaxTimeout: 30_000,
    });
  }

  private async follow(wanted: EgressRequest, budget: TimeBudget): Promise<EgressResponse> {
    const signal = wanted.signal === undefined ? budget.signal : AbortSignal.any([budget.signal, wanted.signal]);
    const limit = wanted.maxRedirects ?? 5;
    const redirects: EgressRedirect[] = [];
    const seen = new Set<string>();
    let hop: Hop = {
      url: this.policy.checkUrl(wanted.url),
      method: wanted.method ?? 'GET',
      body: wanted.body,
      headers: this.headersFor(wanted),
    };
    for (;;) {
      seen.add(hop.url.href);
      const over = await this.turn(wanted, hop.url, budget);
      let next: NextHop | null;
      try {
        const response = await this.send(hop, signal);
        next = limit === 0 ? null : nextHop(hop, response.statusCode, response.headers['location']);
        if (next === null) return await this.take(response, hop, redirects, wanted.maxBytes ?? 15 * 1024 * 1024);
        discard(response.body);
      } finally {
        await over();
      }
      const url = this.policy.checkUrl(next.location);
      url.hash ||= hop.url.hash;
      redirects.push({ from: hop.url.href, to: url.href, permanent: next.permanent });
      if (seen.has(url.href)) throw new EgressError('egress.redirect_loop', 'The address redirects to itself.');
      if (redirects.length > limit) throw new EgressError('egress.too_many_redirects', `More than ${limit} redirects.`);
      hop = { url, method: next.method, body: next.body, headers: next.headers };
    }
  }

  private async turn({ turn }: EgressRequest, url: URL, budget: TimeBudget): Promise<() => void | Promise<void>> {
    budget.pause();
    try {
      return (await turn?.(url)) ?? (() => undefined);
    } catch (error) {
      throw new TurnRefusedError(error);
    } finally {
      budget.run();
    }
  }

  /** Asks, and once more with HTTP/1.1 where HTTP/2 broke before there was an answer. */
  private async send(hop: Hop, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    try {
      return await this.ask(this.agent, hop, signal);
    } catch (error) {
      if (signal.aborted || hop.body !== undefined || hop.url.protocol !== 'https:' || !mayBeHttp2(error)) throw error;
      return this.ask(this.http1, hop, signal);
    }
  }

  private ask(dispatcher: Agent, hop: Hop, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    return request(hop.url, {
      dispatcher,
      method: hop.method,
      headers: hop.headers,
      body: hop.body ?? null,
      signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  private async take(
    response: Dispatcher.ResponseData,
    hop: Hop,
    redirects: EgressRedirect[],
    maxBytes: number,
  ): Promise<EgressResponse> {
    const headers = Object.fromEntries(
      Object.entries(response.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
      ),
    ) as Record<string, string>;
    const { url } = hop;
    const withoutBody = hop.method === 'HEAD' || response.statusCode === 204 || response.statusCode === 304;
    if (!withoutBody && headers['content-encoding'] === undefined && Number(headers['content-length']) > maxBytes) {
      discard(response.body);
      throw new EgressError('egress.too_large', `The answer is larger than ${maxBytes} bytes.`);
    }
    const bytes = withoutBody
      ? await response.body.dump().then(() => Buffer.alloc(0))
      : await readBody(response.body, headers['content-encoding'] ?? '', maxBytes);
    return {
      status: response.statusCode,
      url: url.href,
      redirects,
      headers,
      bytes,
      contentType: headers['content-type'] ?? null,
    };
  }

  private headersFor({ headers = {} }: EgressRequest): Record<string, string> {
    const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    return { 'user-agent': this.options.userAgent, accept: '*/*', ...given, 'accept-encoding': acceptEncoding };
  }
}
