import { describe, expect, it } from 'vitest';
import { formatInterval } from './interval.js';

describe('formatInterval', () => {
  it('uses years and months only where they are exact', () => {
    const say = (from: string, to: string | null) => formatInterval(from, to, 'en', 'open');
    expect(say('2025-01-01', '2026-12-31')).toBe('2025 – 2026');
    expect(say('2027-01-01', '2027-12-31')).toBe('2027');
    expect(say('2030-01-01', null)).toBe('2030 – open');
    expect(say('2024-02-01', '2024-02-29')).toBe('Feb 2024');
    expect(say('2025-03-14', '2026-03-14')).toBe('14 Mar 2025 – 14 Mar 2026');
    expect(formatInterval('2025-01-01', '2026-12-31', 'zh-CN', '未设期限')).toBe('2025年 – 2026年');
  });
});
