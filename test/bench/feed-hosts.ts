import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is told: how many entries the feed of a path has. */
export interface FeedHosts {
  entriesOf: Record<string, number>;
}

/** What the thread answers: first its port; then, whenever it is asked, what it saw. */
export interface SeenByHosts {
  requests: number;
  hosts: number;
  mostAtOnce: number;
}

/** Feeds on as many hosts as there are names, in a thread of their own so that serving does not hold up who asks. */
const { entriesOf } = workerData as FeedHosts;
const ordinary = 20;
const running = new Map<string, number>();
const made = new Map<number, Buffer>();
const seen: SeenByHosts = { requests: 0, hosts: 0, mostAtOnce: 0 };

function feedOf(entries: number): Buffer {
  const known = made.get(entries);
  if (known) return known;
  // The largest must stay below the limit of what is fetched.
  const more = (n: number): string =>
    entries > 20_000
      ? ''
      : `<description>What entry ${n} has to say, in two sentences. This is the second.</description>`;
  const items = Array.from(
    { length: entries },
    (_, n) =>
      `<item><guid isPermaLink="false">${n}</guid><title>Entry ${n} of a feed</title><link>https://example.test/${n}</link>${more(n)}</item>`,
  );
  const feed = Buffer.from(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed</title>${items.join('')}</channel></rss>`,
  );
  made.set(entries, feed);
  return feed;
}

const server = createServer((request, response) => {
  const host = request.headers.host ?? '';
  const now = (running.get(host) ?? 0) + 1;
  running.set(host, now);
  seen.requests += 1;
  seen.hosts = running.size;
  seen.mostAtOnce = Math.max(seen.mostAtOnce, now);
  response.once('close', () => running.set(host, (running.get(host) ?? 1) - 1));
  const feed = feedOf(entriesOf[request.url ?? ''] ?? ordinary);
  // As far away as a server of the neighbourhood.
  setTimeout(() => response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed), 20);
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
parentPort?.on('message', () => parentPort?.postMessage(seen));
