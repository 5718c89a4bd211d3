import { describe, expect, it } from 'vitest';
import { importDate } from './import-date.js';

const now = new Date('2026-03-01T00:00:00Z');
const read = (text: string, zone = 'Asia/Shanghai') => importDate(text, zone, now)?.toISOString() ?? null;

describe('importDate', () => {
  it('reads dates without a zone in the reporting zone and keeps a zone that is there', () => {
    expect(read('2026-02-10 08:00:00')).toBe('2026-02-10T00:00:00.000Z');
    expect(read('2026-02-10')).toBe('2026-02-09T16:00:00.000Z');
    expect(read('2026-02-10T08:00:00+02:00')).toBe('2026-02-10T06:00:00.000Z');
  });

  it.each(['1970-01-01', '0001-01-01T00:00:00Z', '2026-03-09', 'soon', ''])('has no date for %j', (text) => {
    expect(read(text)).toBeNull();
  });
});
