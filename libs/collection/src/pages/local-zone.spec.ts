import { describe, expect, it } from 'vitest';
import { ianaOffset } from '../dates/zone-offset.js';
import { countryOf, zoneOfCountry } from './local-zone.js';

describe('countryOf', () => {
  it.each([
    ['de', 'example.com', 'de'],
    ['de-at', 'example.com', 'at'],
    ['en-us', 'example.com', 'us'],
    ['en-us', 'example.co.uk', 'uk'],
    ['es', 'example.com.ar', 'ar'],
    ['es', 'example.com', null],
    ['', 'example.de', 'de'],
    ['de', 'example.in', 'de'],
    ['', null, null],
  ])('%s at %s is %s', (lang, host, country) => {
    expect(countryOf(lang, host)).toBe(country);
  });

  it('names zones that exist', () => {
    for (const country of 'de at ch fr gb ru cn tw jp kr in ar br au nz za bo uy mo pt'.split(' ')) {
      const zone = zoneOfCountry(country);
      expect(zone === null ? null : ianaOffset(zone, Date.UTC(2026, 2, 1)), country).not.toBeNull();
    }
  });
});
