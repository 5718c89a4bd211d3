import type { CoverageSeries } from '@timbre/contracts';
import { draw, type Drawing } from '../drawing/draw.js';
import { calendarHeatmap } from '../calendar-heatmap/calendar-heatmap.js';
import { netSentimentSeries } from '../net-sentiment-series/net-sentiment-series.js';
import type { NetSentimentInput } from '../net-sentiment-series/types.js';
import { volumeByLabel } from '../volume-by-label/volume-by-label.js';
import { madeProvenance, madeSeries } from './made-coverage.js';

const wave = (index: number, random: number) => Math.sin(index / 9) * 0.5 + (random - 0.5) * 0.4;
const longName = '关于通用人工智能到来时间表以及各家实验室负责人在公开场合改口的长篇专题';
const renamed = (series: CoverageSeries, target: string) => ({ ...series, target: `topic:${target}` });
const plain = (series: CoverageSeries[], count: number): NetSentimentInput => ({
  series,
  provenance: madeProvenance(count),
});

/** Lines and stacks under strain. */
export function netCases(): Record<string, () => Drawing> {
  const net = (input: NetSentimentInput) => draw(netSentimentSeries, input);
  return {
    'net · ordinary, outage, version break, events': () =>
      net({
        series: [
          madeSeries('AGI timelines', 90, (index, random) => (index > 40 && index < 48 ? null : wave(index, random))),
        ],
        provenance: {
          ...madeProvenance(90),
          gaps: [
            {
              from: '2024-02-10T00:00:00Z',
              to: '2024-02-18T00:00:00Z',
              sourceId: 's1',
              sourceName: 'Harbour Post',
              cause: 'HTTP 503 for eight days',
            },
          ],
          versionBreaks: [{ at: '2024-03-02T00:00:00Z', version: '1.1.0' }],
        },
        annotations: [{ at: '2024-03-14T00:00:00Z', text: 'Interview', kind: 'event' }],
      }),
    'net · empty': () => net(plain([], 30)),
    'net · one point': () => net(plain([madeSeries('One', 1, () => 0.2)], 1)),
    'net · all negative': () => net(plain([madeSeries('All negative', 40, () => -1)], 40)),
    'net · every second bucket is null': () =>
      net(plain([madeSeries('Gaps', 60, (index, random) => (index % 2 ? null : wave(index, random)))], 60)),
    'net · 100,000 points': () =>
      net({
        series: [madeSeries('Hourly', 100_000, (index, random) => wave(index / 60, random), 'hour')],
        provenance: madeProvenance(100_000, 'hour'),
      }),
    'net · long Chinese names': () =>
      net(
        plain(
          [1, 2, 3].map((part) =>
            renamed(
              madeSeries(`${longName}${part}`, 60, (index, random) => wave(index + part * 9, random)),
              `zh-${part}`,
            ),
          ),
          60,
        ),
      ),
    'net · nine series': () =>
      net(
        plain(
          Array.from({ length: 9 }, (_, part) =>
            renamed(
              madeSeries(`Topic number ${part + 1}`, 60, (index, random) => wave(index + part * 5, random)),
              `${part}`,
            ),
          ),
          60,
        ),
      ),
    'net · <script> in a name': () =>
      net(plain([madeSeries('<script>alert(1)</script>', 20, (index, random) => wave(index, random))], 20)),
    'volume · ordinary': () =>
      draw(volumeByLabel, { series: madeSeries('Volume', 60, wave), provenance: madeProvenance(60) }),
    'volume · empty': () =>
      draw(volumeByLabel, { series: madeSeries('None', 30, () => null), provenance: madeProvenance(30) }),
    'volume · one huge day': () => {
      const series = madeSeries('Spike', 30, wave);
      series.n[12] = 12_400;
      series.negative[12] = 12_000;
      series.neutral[12] = 400;
      series.positive[12] = 0;
      return draw(volumeByLabel, { series, provenance: madeProvenance(30) });
    },
    'calendar · half a year': () =>
      draw(calendarHeatmap, {
        series: madeSeries('Calendar', 182, (index, random) => (random < 0.2 ? null : wave(index, random))),
        provenance: madeProvenance(182),
      }),
  };
}
