import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { EgressClient, EgressError } from '@timbre/platform';

/** Every name resolves to the worst: inside, twice. */
const resolve = async (): Promise<{ address: string; family: number }[]> => [
  { address: '169.254.169.254', family: 4 },
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/** Each URL given directly, and as the target of a redirect: nothing may be connected to. */
export async function checkSsrf(dir: string): Promise<(string | null)[]> {
  const { urls } = JSON.parse(readFileSync(path.join(dir, 'ssrf_urls.json'), 'utf8')) as { urls: string[] };
  let target = '';
  const server = createServer((_request, response) => response.writeHead(302, { location: target }).end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const redirecting = new EgressClient({ allow: [`127.0.0.1:${port}`], ports: [80, 443], userAgent: 'x', resolve });
  const direct = new EgressClient({ allow: [], ports: [80, 443], userAgent: 'x', resolve });
  const watch = watchConnects(port);
  try {
    const outcomes: (string | null)[] = [];
    for (const url of urls) {
      target = encodeURI(decodeIfPossible(url));
      const problem =
        (await refusal(direct, url, watch.connects)) ??
        (await refusal(redirecting, `http://127.0.0.1:${port}/`, watch.connects));
      outcomes.push(problem === null ? null : `${url}: ${problem}`);
    }
    return outcomes;
  } finally {
    watch.end();
    await Promise.all([direct.close(), redirecting.close()]);
    server.closeAllConnections();
    server.close();
  }
}

async function refusal(client: EgressClient, url: string, connects: () => number): Promise<string | null> {
  const before = connects();
  try {
    const { status } = await client.fetch({ url, timeoutMs: 5_000 });
    return `answered ${status}`;
  } catch (error) {
    if (connects() > before) return 'connected';
    if (!(error instanceof EgressError)) return `untyped ${String(error)}`;
    return error.retryable ? `${error.code} is no refusal` : null;
  }
}

/** Headers hold ASCII only. */
function decodeIfPossible(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** Counts connections of this process, but for those to the redirecting server. */
function watchConnects(port: number): { connects: () => number; end: () => void } {
  const { connect } = Socket.prototype;
  let count = 0;
  Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
    const [first] = given.flat() as [{ port?: number | string } | undefined];
    if (Number(first?.port) !== port) count += 1;
    return Reflect.apply(connect, this, given) as Socket;
  } as typeof connect;
  return { connects: () => count, end: () => void (Socket.prototype.connect = connect) };
}
