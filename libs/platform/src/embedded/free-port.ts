import { createServer } from 'node:net';

/** The wished port if nobody listens on it, else one that the system picks. Only a hint: it can be taken a moment later. */
export async function freePort(wished = 0): Promise<number> {
  return (await tryListen(wished)) ?? (await tryListen(0)) ?? 0;
}

function tryListen(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null));
    });
  });
}
