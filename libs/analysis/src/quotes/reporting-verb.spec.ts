import { describe, expect, it } from 'vitest';
import { loadReportingVerbs } from './load-reporting-verbs.js';
import { compileReportingVerbs, parseReportingVerbs, ReportingVerbError } from './reporting-verb.js';

describe('the reporting verbs', () => {
  it('are many in both languages and of all stances', () => {
    const { zh, en } = loadReportingVerbs();
    expect(zh.size).toBeGreaterThanOrEqual(150);
    expect(new Set([...en.values()].map(({ word }) => word)).size).toBeGreaterThanOrEqual(150);
    for (const verbs of [zh, en]) {
      expect(new Set([...verbs.values()].map(({ stance }) => stance))).toEqual(
        new Set(['supportive', 'critical', 'neutral']),
      );
    }
    expect([
      zh.get('盛赞')?.stance,
      zh.get('质疑')?.stance,
      en.get('hailed')?.stance,
      en.get('warned')?.stance,
    ]).toEqual(['supportive', 'critical', 'supportive', 'critical']);
  });

  it('know regular and irregular forms', () => {
    const [say, deny, slam] = ['say', 'deny', 'slam'].map((word) => ({
      word,
      stance: 'neutral' as const,
      use: 'clause' as const,
    }));
    const { en } = compileReportingVerbs(
      [],
      [say, deny, slam].filter((verb) => verb !== undefined),
    );
    expect(['said', 'says', 'denied', 'denies', 'slammed'].every((form) => en.has(form))).toBe(true);
  });

  it('says which line of a list is wrong', () => {
    expect(() => parseReportingVerbs('# comment\nsay\tangry\tclause')).toThrow(ReportingVerbError);
    expect(() => parseReportingVerbs('# comment\nsay\tangry\tclause')).toThrow(/Line 2/);
  });
});
