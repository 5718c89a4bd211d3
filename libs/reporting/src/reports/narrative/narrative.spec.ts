import type { PeriodTotals, Totals } from '@timbre/contracts';
import { expect, it } from 'vitest';
import { plainSentence } from './figure-links.js';
import { narrative as linked, type NarrativeInput } from './narrative.js';

const narrative = (given: NarrativeInput): string[] => linked(given).map(plainSentence);

const period = (n: number, value: number | null, half = 0.02): PeriodTotals => ({
  n,
  articles: n * 2,
  stories: n,
  positive: 0,
  neutral: n,
  negative: 0,
  net: { value, low: value === null ? null : value - half, high: value === null ? null : value + half, n },
  polarisation: 0,
  outlets: 17,
});
const input = (
  current: PeriodTotals,
  previous: PeriodTotals | null,
  more: Partial<NarrativeInput> = {},
): NarrativeInput => ({
  totals: { target: 'topic:agi', name: 'AGI', current, previous } satisfies Totals,
  unit: 'stories',
  stories: [],
  outlets: [],
  locale: 'en',
  address: ({ period, source = '', article = '' }) => `/${period}/${source}${article}`,
  ...more,
});
const story = (title: string, contribution: number) => ({
  storyId: 's',
  articleId: 'a',
  title,
  sourceName: 'Harbour Post',
  published: '2026-05-14T08:00:00Z',
  articles: 3,
  score: contribution,
  contribution,
});

it('says what changed, with n, and which story pulled', () => {
  const stories = [story('Good news', 0.4), story('The recall', -0.3)];
  const english = narrative(input(period(143, -0.08), period(100, 0.12), { stories }));
  expect(english).toContain('Net sentiment fell from +0.12 to −0.08 (n = 143).');
  expect(english).toContain('That is 43% more than the 100 of the period before.');
  expect(english.join(' ')).toContain('down most was “The recall” (Harbour Post, 14 May 2026)');
  expect(english.join(' ')).not.toMatch(/Good news|chance/);
  const chinese = narrative(input(period(143, -0.08), period(100, 0.12), { stories, locale: 'zh-CN' }));
  expect(chinese).toContain('净情感由 +0.12 降至 −0.08（n = 143）。');
});

it('is careful where the numbers are', () => {
  expect(narrative(input(period(4, 0.5, 0.4), period(5, 0.2, 0.4))).join(' ')).toMatch(
    /may be chance.*n = 4 .*uncertain/,
  );
  expect(narrative(input(period(0, null), period(9, 0.1)))).toEqual(['AGI: nothing was published in the period.']);
  expect(narrative(input(period(50, 0.1), null))[1]).toBe(
    'Net sentiment was +0.10 (95% interval +0.08 to +0.12, n = 50).',
  );
});

it('holds no figure that the input does not hold', () => {
  const sentences = narrative(input(period(143, -0.08), period(100, 0.12))).join(' ');
  const allowed = ['143', '17', '43', '100', '0.12', '0.08'];
  expect((sentences.match(/\d+(\.\d+)?/g) ?? []).filter((figure) => !allowed.includes(figure))).toEqual([]);
});

it('leads each figure to what was counted, and takes no marks from outside', () => {
  const stories = [story('The \uE0000\uE001recall\uE002', -0.3)];
  const sentences = linked(input(period(143, -0.08), period(100, 0.12), { stories }));
  const links = sentences.flat().filter(({ href }) => href !== null);
  expect(links).toContainEqual({ text: '143', href: '/current/' });
  expect(links).toContainEqual({ text: '100', href: '/previous/' });
  expect(links).toContainEqual({ text: '+0.12', href: '/previous/' });
  expect(links).toContainEqual({ text: 'The 0recall', href: '/current/a' });
  expect(sentences.map(plainSentence).join('')).not.toMatch(/[\uE000-\uE002]/);
});
