import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What a request looked like when it arrived. */
export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface PlannedResponse {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export type SiteHandler = (
  request: ReceivedRequest,
  response: ServerResponse,
) => PlannedResponse | void | Promise<PlannedResponse | void>;

export interface TestSite {
  /** http://127.0.0.1:port, without a slash at the end. */
  url: string;
  /** host:port, for the egress allow-list. */
  host: string;
  /** All requests so far, in order. */
  requests: ReceivedRequest[];
  /** Sets what a path answers; a plan that writes to the response itself returns nothing. */
  on(path: string, plan: PlannedResponse | SiteHandler): void;
  close(): Promise<void>;
}

/** A local web server for feeds, pages and webhooks. Unplanned paths answer 404; all requests are kept. */
export async function testSite(plans: Record<string, PlannedResponse | SiteHandler> = {}): Promise<TestSite> {
  const planned = new Map(Object.entries(plans));
  const requests: ReceivedRequest[] = [];
  const server = createServer((message, response) => {
    void answer(message, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });

  async function answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = message.url ?? '/';
    const request = { method: message.method ?? 'GET', path, headers: message.headers, body: await buffer(message) };
    requests.push(request);
    const plan = planned.get(path) ?? planned.get(path.split('?', 1)[0] ?? path) ?? { status: 404 };
    const result = typeof plan === 'function' ? await plan(request, response) : plan;
    if (result !== undefined) response.writeHead(result.status ?? 200, result.headers).end(result.body);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    requests,
    on: (path, plan) => void planned.set(path, plan),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
