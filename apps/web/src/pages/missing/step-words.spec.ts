import { describe, expect, it } from 'vitest';
import { stepWords } from './step-words.js';

describe('stepWords', () => {
  it('says moments, numbers and nothing as people read them', () => {
    const format = { moment: (at: string) => `<${at}>`, count: (n: number) => `#${n}` };
    const given = { at: '2026-01-02T03:04:05.678Z', status: 404, bytes: 1000, reason: null, name: 'A' };
    expect(stepWords(given, format)).toEqual({
      at: '<2026-01-02T03:04:05.678Z>',
      status: '404',
      bytes: '#1000',
      reason: '–',
      name: 'A',
    });
  });
});
