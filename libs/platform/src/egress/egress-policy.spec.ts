import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EgressPolicy, isPublicAddress } from './egress-policy.js';

it('takes an IPv4 address for public exactly when all its IPv6 disguises are judged no better', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
      expect(isPublicAddress(`64:ff9b::${address}`)).toBe(false);
    }),
  );
});

it.each(['8.8.8.8', '93.184.215.14', '2606:4700::1111', '2a00:1450::1'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
it.each(['fe80::1%eth0', '::', '4000::1', '2001:db8::1', '192.0.2.1', '0.0.0.0', 'example.org', ''])(
  '%s is not',
  (address) => {
    expect(isPublicAddress(address)).toBe(false);
  },
);

it('opens hosts in any writing of the name, and nothing beside them', () => {
  const policy = new EgressPolicy(['Intranet.Example:8081', '[fd00::1]:9000', '10.1.0.0/16', '192.168.1.5'], [443]);
  const opened = (host: string, port: number, address: string): boolean => {
    try {
      policy.checkAddress(host, port, address);
      return true;
    } catch {
      return false;
    }
  };
  expect(opened('intranet.example', 8081, '10.9.9.9')).toBe(true);
  expect(opened('intranet.example', 8082, '10.9.9.9')).toBe(false);
  expect(opened('other.example', 8081, '10.9.9.9')).toBe(false);
  expect(opened('other.example', 1, '10.1.200.3')).toBe(true);
  expect(opened('other.example', 1, '::ffff:10.1.200.3')).toBe(true);
  expect(opened('192.168.1.5', 22, '192.168.1.5')).toBe(true);
  expect(opened('fd00::1', 9000, 'fd00::1')).toBe(true);
  expect(opened('fd00::1', 9001, 'fd00::1')).toBe(false);
});
