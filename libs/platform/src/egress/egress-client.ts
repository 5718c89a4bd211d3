import { Agent, type Dispatcher, request } from 'undici';
import { EgressError } from './egress-error.js';
import { EgressPolicy } from './egress-policy.js';
import { guardedConnector, type Resolve, resolveWithSystem } from './guarded-connector.js';
import { acceptEncoding, discard, readBody } from './read-body.js';
import { type Hop, nextHop } from './redirect.js';
import { translateError } from './translate-error.js';

export interface EgressOptions {
  allow: readonly string[];
  ports: readonly number[];
  proxy?: string | undefined;
  userAgent: string;
  /** For tests. */
  resolve?: Resolve;
}

export interface EgressRequest {
  url: string;
  method?: Hop['method'];
  headers?: Readonly<Record<string, string>>;
  body?: Hop['body'];
  /** Largest body in bytes after decompression; 15 MiB unless told. */
  maxBytes?: number;
  /** From the first connection to the last byte, redirects included; 20 s unless told. */
  timeoutMs?: number;
  /** Redirects that are followed; 5 unless told. With 0 the redirect itself is the answer. */
  maxRedirects?: number;
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

/**
 * The one way out of the process towards a URL that a user or a document named. Connects to public unicast addresses
 * only (checked at connect time, for each redirect anew), within limits of size, time and redirects.
 *
 * Deliberately not here: cookies, caches, retries. Callers know when trying again makes sense (`error.retryable`).
 */
export class EgressClient {
  private readonly policy: EgressPolicy;
  private readonly agent: Agent;

  constructor(private readonly options: EgressOptions) {
    this.policy = new EgressPolicy(options.allow, options.ports);
    const proxy = options.proxy === undefined ? null : new URL(options.proxy);
    this.agent = new Agent({
      connect: guardedConnector(this.policy, options.resolve ?? resolveWithSystem, proxy),
      connections: 8,
      maxHeaderSize: 32_768,
      keepAliveTimeout: 4_000,
      keepAliveMaxTimeout: 30_000,
    });
  }

  /** @throws EgressError with a stable code. Any HTTP status is an answer, not an error. */
  async fetch(wanted: EgressRequest): Promise<EgressResponse> {
    const timeout = AbortSignal.timeout(wanted.timeoutMs ?? 20_000);
    const signal = wanted.signal === undefined ? timeout : AbortSignal.any([timeout, wanted.signal]);
    try {
      return await this.follow(wanted, signal);
    } catch (error) {
      throw translateError(error, { timedOut: timeout.aborted, aborted: wanted.signal?.aborted === true });
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async follow(wanted: EgressRequest, signal: AbortSignal): Promise<EgressResponse> {
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
      const response = await this.send(hop, signal);
      const next = limit === 0 ? null : nextHop(hop, response.statusCode, response.headers['location']);
      if (next === null) return this.take(response, hop, redirects, wanted.maxBytes ?? 15 * 1024 * 1024);

      discard(response.body);
      const url = this.policy.checkUrl(next.location);
      url.hash ||= hop.url.hash;
      redirects.push({ from: hop.url.href, to: url.href, permanent: next.permanent });
      if (seen.has(url.href)) throw new EgressError('egress.redirect_loop', 'The address redirects to itself.');
      if (redirects.length > limit) throw new EgressError('egress.too_many_redirects', `More than ${limit} redirects.`);
      hop = { url, method: next.method, body: next.body, headers: next.headers };
    }
  }

  private send(hop: Hop, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    return request(hop.url, {
      dispatcher: this.agent,
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
