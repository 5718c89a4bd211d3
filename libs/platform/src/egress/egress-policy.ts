import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { EgressError } from './egress-error.js';

/** An entry of the allow-list is not understood. */
class EgressAllowListError extends Error {
  constructor(entry: string) {
    super(`TIMBRE_EGRESS_ALLOW holds "${entry}", which is no host, host:port, address or CIDR range.`);
    this.name = 'EgressAllowListError';
  }
}

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Global unicast of IPv6 is 2000::/3 (RFC 4291 §2.4); ipaddr.js calls everything "unicast" that has no other name. */
const globalUnicast6 = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];
/** Public by number, yet answered by the machine that hosts us (Azure's wire server). */
const hostServices = new Set(['168.63.129.16']);

/**
 * Whether an address is one of the public Internet: not loopback, private, link-local, shared, documentation, multicast,
 * and no IPv6 form that carries another address inside (mapped, 6to4, NAT64, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || hostServices.has(parsed.toString())) return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast6);
}

/** Where the guarded client may connect to. Pure: names are resolved by the caller. */
export class EgressPolicy {
  private readonly hosts = new Map<string, Set<number> | 'any'>();
  private readonly ranges: Range[] = [];
  private readonly ports: ReadonlySet<number>;

  /**
   * @param allow - private hosts that are open: `host`, `host:port`, address, `[v6]:port` or CIDR range.
   * @param ports - ports of public hosts.
   * @throws EgressAllowListError
   */
  constructor(allow: readonly string[], ports: readonly number[]) {
    this.ports = new Set(ports);
    for (const entry of allow) this.open(entry);
  }

  /**
   * Checks what can be checked before a name is resolved, and parses.
   *
   * @throws EgressError
   */
  checkUrl(text: string): URL {
    if (!URL.canParse(text))
      throw new EgressError('egress.bad_url', 'This is not a URL. It must look like https://example.org/feed.');
    const url = new URL(text);
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw new EgressError(
        'egress.scheme_forbidden',
        `Only http and https are fetched, not ${url.protocol.slice(0, 30)}`,
      );
    }
    if (url.username !== '' || url.password !== '') {
      throw new EgressError('egress.credentials_forbidden', 'The URL holds a user name or password. Take it out.');
    }
    const host = bareHost(url.hostname);
    if (isIP(host) !== 0) this.checkAddress(host, portOf(url), host);
    return url;
  }

  /**
   * Checks one address that a host resolved to, right before the connection is made.
   *
   * @throws EgressError
   */
  checkAddress(host: string, port: number, address: string): void {
    if (this.isOpened(host, port, address)) return;
    if (!isPublicAddress(address)) {
      throw new EgressError(
        'egress.address_forbidden',
        `${host} is not on the public Internet. An administrator can open it with TIMBRE_EGRESS_ALLOW.`,
      );
    }
    if (!this.ports.has(port)) {
      throw new EgressError(
        'egress.port_forbidden',
        `Port ${port} is not fetched from. An administrator can open it with TIMBRE_EGRESS_PORTS or TIMBRE_EGRESS_ALLOW.`,
      );
    }
  }

  private isOpened(host: string, port: number, address: string): boolean {
    for (const name of [host.toLowerCase(), address]) {
      const ports = this.hosts.get(name);
      if (ports === 'any' || ports?.has(port)) return true;
    }
    const parsed = ipaddr.isValid(address) ? ipaddr.process(address) : null;
    return (
      parsed !== null && this.ranges.some(([base, bits]) => parsed.kind() === base.kind() && parsed.match(base, bits))
    );
  }

  private open(entry: string): void {
    if (entry.includes('/')) {
      try {
        this.ranges.push(ipaddr.parseCIDR(entry));
        return;
      } catch {
        throw new EgressAllowListError(entry);
      }
    }
    if (isIP(entry) !== 0) {
      this.hosts.set(ipaddr.process(entry).toString(), 'any');
      return;
    }
    const { host, port } = /^(?<host>\[[^\]]+\]|[^:/@\s]+)(?::(?<port>\d{1,5}))?$/.exec(entry)?.groups ?? {};
    if (host === undefined || !URL.canParse(`http://${host}/`)) throw new EgressAllowListError(entry);
    const name = bareHost(new URL(`http://${host}/`).hostname);
    const known = this.hosts.get(name);
    if (port === undefined || known === 'any') this.hosts.set(name, 'any');
    else this.hosts.set(name, new Set([...(known ?? []), Number(port)]));
  }
}

/** A URL's host name without the brackets of IPv6. */
function bareHost(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}
