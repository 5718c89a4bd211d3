import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { testCertificate } from '@timbre/testing';

/** Answers all requests to one host name. */
export type HostileSite = (request: IncomingMessage, response: ServerResponse) => void;

/** What the server saw of one host name. */
export interface Observed {
  /** Paths in the order in which they were asked for. */
  paths: string[];
  /** Headers of the requests, likewise. */
  headers: IncomingMessage['headers'][];
  running: number;
  /** Most requests that ran at a time. */
  mostAtOnce: number;
}

export interface HostileServer {
  port: number;
  securePort: number;
  observed(host: string): Observed;
  hosts(): string[];
  close(): Promise<void>;
}

/** One server on 127.0.0.2 that plays many hosts by their names, plainly and with a certificate that nobody trusts. */
export async function hostileServer(sites: ReadonlyMap<string, HostileSite>): Promise<HostileServer> {
  const seen = new Map<string, Observed>();
  const observed = (host: string): Observed => {
    const known = seen.get(host) ?? { paths: [], headers: [], running: 0, mostAtOnce: 0 };
    seen.set(host, known);
    return known;
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const host = (request.headers.host ?? '').split(':', 1)[0] ?? '';
    const note = observed(host);
    note.paths.push(request.url ?? '');
    note.headers.push(request.headers);
    note.running += 1;
    note.mostAtOnce = Math.max(note.mostAtOnce, note.running);
    response.once('close', () => (note.running -= 1));
    response.on('error', () => undefined);
    const site = sites.get(host);
    if (site) site(request, response);
    else response.writeHead(404).end();
  };
  const plain = createServer(answer);
  const secure = createSecureServer(testCertificate, answer);
  secure.on('tlsClientError', () => undefined);
  const ports = await Promise.all([plain, secure].map((server) => listen(server, '127.0.0.2')));
  return {
    port: ports[0] ?? 0,
    securePort: ports[1] ?? 0,
    observed,
    hosts: () => [...seen.keys()],
    async close() {
      for (const server of [plain, secure]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

/** A place inside the house that nobody may reach: it only counts who tries. */
export async function forbiddenServer(): Promise<{ port: number; connections: () => number; close(): Promise<void> }> {
  let connections = 0;
  const server = createTcpServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  const port = await listen(server, '127.0.0.1');
  return {
    port,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function listen(server: Server, address: string): Promise<number> {
  server.listen(0, address);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
