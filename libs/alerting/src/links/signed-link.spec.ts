import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ExpiredLinkError, ForgedLinkError, openLink, signLink } from './signed-link.js';

const key = randomBytes(32);

it('opens what it signed until it expires, under its own key alone', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2_000, max: 4e12 }), (content, until) => {
      const link = signLink(key, content, until);
      expect(link).toMatch(/^[\w-]+\.[\w-]+$/);
      expect(openLink(key, link, until - 2_000)).toBe(content);
      expect(() => openLink(key, link, until)).toThrow(ExpiredLinkError);
      expect(() => openLink(randomBytes(32), link, 0)).toThrow(ForgedLinkError);
    }),
  );
});

it('refuses whatever was changed or made up', () => {
  const link = signLink(key, 'rule', 1e12);
  const [payload = '', mac = ''] = link.split('.');
  const longer = Buffer.from(JSON.stringify([9e9, 'rule'])).toString('base64url');
  for (const forged of ['', '.', payload, `${payload}.`, `${longer}.${mac}`, `${payload}.${mac}A`, 'ключ.鍵']) {
    expect(() => openLink(key, forged, 0)).toThrow(ForgedLinkError);
  }
});
