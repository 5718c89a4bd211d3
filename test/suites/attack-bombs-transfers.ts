import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { FeedError, parseFeed } from '@timbre/collection/reading';
import { EgressClient, EgressError } from '@timbre/platform';

/**
 * Serves a compressed gigabyte as it stands on the disk and fetches it, once under the encoding that it has and once
 * for each that it may pretend to have.
 */
export async function checkBombTransfer(file: string): Promise<string | null> {
  const own = file.endsWith('.br') ? 'br' : 'gzip';
  const encodings = file.includes('gzip_x4')
    ? ['gzip', 'gzip, gzip', 'gzip, gzip, gzip', 'gzip, gzip, gzip, gzip']
    : [own, `identity, ${own}`];
  for (const encoding of encodings) {
    const problem = await fetchOnce(file, encoding);
    if (problem !== null) return `${path.basename(file)} as ${encoding}: ${problem}`;
  }
  return null;
}

async function fetchOnce(file: string, encoding: string): Promise<string | null> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml', 'content-encoding': encoding });
    const source = createReadStream(file);
    response.on('error', () => source.destroy()).on('close', () => source.destroy());
    source.pipe(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new EgressClient({ allow: ['127.0.0.1'], ports: [], userAgent: 'Timbre suites' });
  const started = performance.now();
  let memory = 0;
  const before = process.memoryUsage().rss;
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage().rss - before)), 20);
  try {
    const { bytes } = await client.fetch({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed` });
    parseFeed(bytes);
    return 'was taken';
  } catch (error) {
    if (!(error instanceof EgressError || error instanceof FeedError)) return `untyped ${String(error)}`;
    if (performance.now() - started > 2_000) return 'slow';
    return memory > 200e6 ? 'took too much memory' : null;
  } finally {
    clearInterval(watch);
    await client.close();
    server.closeAllConnections();
    server.close();
  }
}
