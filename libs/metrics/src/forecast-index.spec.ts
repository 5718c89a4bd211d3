import { describe, expect, it } from 'vitest';
import { forecastIndex } from './forecast-index.js';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const vote = (speaker: string, saidAt: string, from: string, to: string | null) => ({
  speaker,
  saidAt: day(saidAt),
  from: day(from),
  to: to === null ? null : day(to),
});

describe('forecastIndex', () => {
  it('gives one vote per speaker: the latest in the window', () => {
    const votes = [
      vote('A', '2026-01-01', '2030-01-01', '2030-01-01'),
      vote('A', '2026-02-01', '2028-01-01', '2028-01-01'),
    ];
    const [point] = forecastIndex(votes, [day('2026-02-10')]);
    expect(point).toMatchObject({ median: day('2028-01-01'), n: 1 });
  });

  it('forgets statements older than the window and does not know the future', () => {
    const votes = [
      vote('A', '2026-01-01', '2030-01-01', '2030-01-01'),
      vote('B', '2026-09-01', '2035-01-01', '2035-01-01'),
    ];
    expect(forecastIndex(votes, [day('2026-06-01')])[0]).toMatchObject({ median: null, n: 0 });
  });

  it('lets open ends pull the median later instead of dropping them', () => {
    const closed = [
      vote('A', '2026-01-01', '2028-01-01', '2028-01-01'),
      vote('B', '2026-01-01', '2030-01-01', '2030-01-01'),
      vote('C', '2026-01-01', '2032-01-01', '2032-01-01'),
    ];
    const open = [...closed, vote('D', '2026-01-01', '2031-01-01', null), vote('E', '2026-01-01', '2031-01-01', null)];
    const [without] = forecastIndex(closed, [day('2026-01-02')]);
    const [withOpen] = forecastIndex(open, [day('2026-01-02')]);
    expect(without?.median).toBe(day('2030-01-01'));
    expect(withOpen?.median).toBe(day('2032-01-01'));
  });
});
