import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIPv6, type Socket } from 'node:net';
import { EgressError } from './egress-error.js';

/**
 * Asks the proxy for a tunnel to an address that was checked already; the proxy never sees a name it could resolve
 * differently.
 *
 * @throws EgressError `egress.proxy`
 */
export async function openTunnel(proxy: URL, address: string, port: number): Promise<Socket> {
  const target = isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
  const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const request = (proxy.protocol === 'https:' ? httpsRequest : httpRequest)({
    host: proxy.hostname,
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: target,
    agent: false,
    timeout: 10_000,
    headers: {
      host: target,
      ...(proxy.username === ''
        ? {}
        : { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` }),
    },
  });
  request.on('timeout', () => request.destroy(new Error('the proxy does not answer')));
  request.end();
  try {
    const [response, socket] = (await once(request, 'connect')) as [IncomingMessage, Socket];
    if (response.statusCode === 200) return socket;
    socket.destroy();
    throw new Error(`the proxy answers ${response.statusCode}`);
  } catch (error) {
    throw new EgressError('egress.proxy', `The proxy of TIMBRE_EGRESS_PROXY gives no connection: ${String(error)}`, {
      cause: error,
    });
  }
}
