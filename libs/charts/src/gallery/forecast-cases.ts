import type { ForecastRow } from '@timbre/contracts';
import { draw, type Drawing } from '../drawing/draw.js';
import { forecastTimeline } from '../forecast-timeline/forecast-timeline.js';
import type { ForecastInput } from '../forecast-timeline/types.js';
import { seeded } from './seeded.js';

const speakers = ['Ilse Maren', '周岸', 'Tomas Reyl', '沈知行', 'Ana Quist'];
const kinds = ['arrival', 'arrival', 'release', 'denial', 'revision'] as const;
const hedges = ['possible', 'likely', 'certain'] as const;

function claims(count: number): ForecastRow[] {
  const random = seeded(count + 5);
  return Array.from({ length: count }, (_, index) => {
    const said = new Date(Date.UTC(2023, 6, 1) + random() * 500 * 86_400_000).toISOString();
    const from = 2025 + Math.floor(random() * 9);
    const kind = kinds[index % kinds.length] ?? 'arrival';
    return {
      id: `f${index}`,
      subject: 'AGI',
      speaker: speakers[index % speakers.length] ?? null,
      from: `${from}-01-01`,
      to: index % 7 === 0 ? null : `${from + Math.floor(random() * 4)}-12-31`,
      kind,
      hedge: hedges[index % hedges.length] ?? 'likely',
      text: index % 2 ? '一到两年内就会实现' : 'within the next few years',
      span: { from: 0, to: 8 },
      rule: 'made',
      previous: kind === 'revision' ? { from: `${from + 6}-01-01`, to: `${from + 6}-12-31`, text: '10年' } : undefined,
      articleId: `a${index}`,
      title: 'Made',
      sourceName: 'Harbour Post',
      published: said,
      sample: false,
    };
  });
}

function input(rows: ForecastRow[]): ForecastInput {
  const t = Array.from({ length: 16 }, (_, month) => new Date(Date.UTC(2023, 7 + month, 1)).toISOString().slice(0, 10));
  const year = (start: number) => t.map((_, index) => `${start - Math.floor(index / 8)}-06-30`);
  return {
    rows,
    now: '2024-12-01',
    index: { t, median: year(2029), low: year(2027), high: year(2033), n: t.map(() => 5) },
  };
}

/** Forecasts under strain. */
export function forecastCases(): Record<string, () => Drawing> {
  return {
    'forecasts · forty claims': () => draw(forecastTimeline, input(claims(40))),
    'forecasts · one claim': () => draw(forecastTimeline, input(claims(1))),
    'forecasts · one claim in the year 3000': () =>
      draw(
        forecastTimeline,
        input([...claims(20), ...claims(1).map((row) => ({ ...row, from: '3000-01-01', to: '3000-12-31' }))]),
      ),
    'forecasts · empty': () => draw(forecastTimeline, input([])),
  };
}
