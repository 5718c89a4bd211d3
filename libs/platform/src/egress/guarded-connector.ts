import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { EgressError } from './egress-error.js';
import type { EgressPolicy } from './egress-policy.js';
import { openTunnel } from './proxy-tunnel.js';

/** Resolves a name to all its addresses; a parameter for tests. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

export const resolveWithSystem: Resolve = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    );
  });

/**
 * Addresses of the host that may be connected to. The very addresses checked here are the ones connected to, so a
 * name that changes its mind between check and use (DNS rebinding) gains nothing.
 *
 * @throws EgressError
 */
async function permittedAddresses(
  policy: EgressPolicy,
  resolve: Resolve,
  host: string,
  port: number,
): Promise<LookupAddress[]> {
  const family = isIP(host);
  const addresses = family === 0 ? await resolveOrFail(resolve, host) : [{ address: host, family }];
  const refusals: unknown[] = [];
  const permitted = addresses.filter(({ address }) => {
    try {
      policy.checkAddress(host, port, address);
      return true;
    } catch (error) {
      refusals.push(error);
      return false;
    }
  });
  if (permitted.length === 0) {
    throw refusals[0] ?? new EgressError('egress.dns', `${host} has no address.`);
  }
  return permitted;
}

async function resolveOrFail(resolve: Resolve, host: string): Promise<LookupAddress[]> {
  try {
    return await resolve(host);
  } catch (error) {
    throw new EgressError('egress.dns', `${host} has no address. Check the spelling.`, { cause: error });
  }
}

/** An undici connector that only connects where the policy permits, directly or through a proxy's tunnel. */
export function guardedConnector(
  policy: EgressPolicy,
  resolve: Resolve,
  proxy: URL | null,
  secure: { allowH2: boolean; ca?: string },
): buildConnector.connector {
  return (options, callback) => {
    const host = options.hostname.startsWith('[') ? options.hostname.slice(1, -1) : options.hostname;
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    permittedAddresses(policy, resolve, host, port)
      .then(async (addresses) => {
        const first = addresses[0];
        if (proxy === null || first === undefined) {
          const direct = { ...secure, timeout: 10_000, lookup: fixedLookup(addresses), autoSelectFamily: true };
          buildConnector(direct)(options, callback);
          return;
        }
        const tunnel = await openTunnel(proxy, first.address, port);
        if (options.protocol === 'https:')
          buildConnector({ ...secure, timeout: 10_000 })({ ...options, httpSocket: tunnel }, callback);
        else callback(null, tunnel);
      })
      .catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null));
  };
}

/** A lookup that knows only these addresses. */
function fixedLookup(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, options, callback) => {
    const first = addresses[0];
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}
