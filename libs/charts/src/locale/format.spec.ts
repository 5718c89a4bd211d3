import { describe, expect, it } from 'vitest';
import { bucketLabel } from './bucket-label.js';
import { formatCompact, formatScore, formatShare } from './format.js';

describe('formats', () => {
  it('signs scores with a true minus and leaves zero bare', () => {
    expect([0.123, -0.081, 0.001, -0.001, null].map((value) => formatScore(value))).toEqual([
      '+0.12',
      '\u22120.08',
      '0.00',
      '0.00',
      '\u2013',
    ]);
  });

  it('shortens by locale', () => {
    expect(formatCompact(12_400, 'en')).toBe('12.4k');
    expect(formatCompact(12_400, 'zh-CN')).toBe('1.2万');
    expect(formatShare(0.125, 'en')).toBe('13%');
  });

  it('names buckets in the viewer’s zone', () => {
    expect(bucketLabel('2024-05-13T16:00:00Z', 'day', 'zh-CN', 'Asia/Shanghai')).toContain('5月14日');
    expect(bucketLabel('2024-05-14T00:00:00Z', 'day', 'en', 'UTC')).toBe('Tue 14 May 2024');
  });
});
