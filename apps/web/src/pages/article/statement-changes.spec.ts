import { correctionInput, type Forecast, type Quote } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { changesOf, formOf } from './statement-changes.js';

const quote: Quote = { from: 3, to: 9, text: 'said so', speaker: 'Bob', direct: true, targets: [] };
const forecast: Forecast = {
  subject: 'AGI',
  speaker: null,
  from: '2027-01-01',
  to: '2028-12-31',
  kind: 'arrival',
  hedge: 'likely',
  text: 'soon',
  span: { from: 3, to: 7 },
  rule: 'r',
};

describe('changesOf', () => {
  const ofQuote = { kind: 'quote', said: quote } as const;
  const ofForecast = { kind: 'forecast', said: forecast } as const;

  it('asks for nothing where nothing was changed', () => {
    expect(changesOf(ofQuote, formOf(ofQuote))).toBeNull();
    expect(changesOf(ofForecast, formOf(ofForecast))).toBeNull();
  });

  it('sends what was changed, as the server takes it', () => {
    const nobody = changesOf(ofQuote, { ...formOf(ofQuote), speaker: ' ' });
    expect(nobody).toEqual({ kind: 'quote', key: '3-9', value: { speaker: null } });
    const form = { ...formOf(ofForecast), speaker: 'Ann ', subject: 'Robots', to: '', kind: 'release' as const };
    const changed = changesOf(ofForecast, form);
    expect(changed).toMatchObject({
      key: '3-7:2027-01-01',
      value: { speaker: 'Ann', subject: 'Robots', to: null, kind: 'release' },
    });
    for (const input of [nobody, changed]) expect(correctionInput.safeParse(input).success).toBe(true);
  });

  it('sends no interval that cannot be', () => {
    for (const wrong of [{ from: '' }, { to: '2026-01-01' }, { from: '27-1-1' }]) {
      expect(changesOf(ofForecast, { ...formOf(ofForecast), ...wrong })).toBeNull();
    }
  });
});
