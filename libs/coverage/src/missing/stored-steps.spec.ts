import { describe, expect, it } from 'vitest';
import type { MissedArticle } from './missing-article.repository.js';
import { storedSteps } from './stored-steps.js';

const article: MissedArticle = {
  id: 'a',
  title: 'T',
  state: 'read',
  attempts: 0,
  error: null,
  published: new Date('2026-01-01T00:00:00Z'),
  dated: true,
  collected: new Date('2026-01-02T00:00:00Z'),
  lang: 'zh-cn',
  analysisVersion: 'v',
  readAt: new Date('2026-01-02T00:01:00Z'),
  textRemoved: false,
  storySize: 1,
  leadId: 'a',
  leadTitle: 'T',
};
const codes = (changes: Partial<MissedArticle>) => storedSteps({ ...article, ...changes }).map(({ code }) => code);

describe('storedSteps', () => {
  it.each([
    [{}, ['stored.yes', 'analysis.read', 'display.date']],
    [{ storySize: 3, leadId: 'b' }, ['stored.yes', 'duplicate.in_story', 'analysis.read', 'display.date']],
    [{ state: 'excluded' }, ['stored.yes', 'analysis.excluded', 'display.date']],
    [{ state: 'failed', error: 'x' }, ['stored.yes', 'analysis.failed', 'display.date']],
    [{ dated: false, lang: 'fr' }, ['stored.yes', 'analysis.read', 'display.undated', 'display.language']],
  ] as const)('of %j: %j', (changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });
});
