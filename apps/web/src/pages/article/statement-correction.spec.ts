import type { Correction, Forecast, Quote } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { correctionOf, rejectedStatements } from './statement-correction.js';

const quote = (from: number, speaker: string, text = 'said so'): Quote => ({
  from,
  to: from + text.length,
  text,
  speaker,
  direct: true,
  targets: [],
});
const forecast = (at: number, from: string): Forecast => ({
  subject: 'AGI',
  speaker: 'Ann',
  from,
  to: null,
  kind: 'arrival',
  hedge: 'likely',
  text: 'soon enough',
  span: { from: at, to: at + 11 },
  rule: 'r',
});
const shared = {
  articleId: 'a',
  confirms: false,
  applies: true,
  version: 'v',
  note: null,
  by: 'Ann',
  at: '2026-01-01T00:00:00Z',
};
const ofQuote = (id: string, key: string, speaker: string, wrong = false): Correction => ({
  ...shared,
  id,
  key,
  kind: 'quote',
  words: 'said so',
  value: { speaker, wrong },
  said: { speaker: 'Bob' },
});
const ofForecast = (id: string, key: string, from: string, wrong = false): Correction => ({
  ...shared,
  id,
  key,
  kind: 'forecast',
  words: 'soon enough',
  value: { wrong, from, to: null, speaker: 'Ann' },
  said: { wrong: false, from: '2026-01-01', to: null, speaker: 'Ann' },
});

describe('correctionOf', () => {
  it('finds a judgement by its place, and after the page moved by its words', () => {
    const corrections = [ofQuote('1', '10-17', 'Carol')];
    expect(correctionOf(corrections, { kind: 'quote', said: quote(10, 'Carol') })?.id).toBe('1');
    expect(correctionOf(corrections, { kind: 'quote', said: quote(40, 'Carol') })?.id).toBe('1');
    expect(correctionOf(corrections, { kind: 'quote', said: quote(40, 'Dan') })).toBeUndefined();
    expect(correctionOf(corrections, { kind: 'quote', said: quote(40, 'Carol', 'said other') })).toBeUndefined();
  });

  it('finds a forecast whose first day was corrected', () => {
    const corrections = [ofForecast('1', '5-16:2026-01-01', '2030-01-01')];
    expect(correctionOf(corrections, { kind: 'forecast', said: forecast(5, '2030-01-01') })?.id).toBe('1');
    expect(correctionOf(corrections, { kind: 'forecast', said: forecast(5, '2031-01-01') })).toBeUndefined();
  });

  it('leaves rejections to their own list', () => {
    const corrections = [ofQuote('1', '10-17', 'Bob', true), ofForecast('2', '5-16:2026-01-01', '2026-01-01', true)];
    expect(correctionOf(corrections, { kind: 'quote', said: quote(10, 'Bob') })).toBeUndefined();
    expect(rejectedStatements(corrections).map(({ id }) => id)).toEqual(['1', '2']);
  });
});
