import type { BreakdownInput, RankedRow } from '../breakdown-bars/types.js';
import { breakdownBars } from '../breakdown-bars/breakdown-bars.js';
import { draw, type Drawing } from '../drawing/draw.js';
import { shareOfVoice } from '../share-of-voice/share-of-voice.js';
import { sparkline } from '../sparkline/sparkline.js';
import { topicHeatmap } from '../topic-heatmap/topic-heatmap.js';
import { wordShiftBars } from '../word-shift/word-shift.js';
import { madeProvenance, madeSeries } from './made-coverage.js';
import { seeded } from './seeded.js';

const topics = [
  'AGI timelines',
  '文生视频',
  'Training data and copyright',
  '芯片与算力',
  'Deepfakes',
  '人工智能监管与立法进程',
];

function outlets(count: number): RankedRow[] {
  const random = seeded(count);
  return Array.from({ length: count }, (_, index) => {
    const value = random() * 1.6 - 0.8;
    const n = 1 + Math.floor(random() * 60);
    const half = 0.9 / Math.sqrt(n);
    return {
      key: `s${index}`,
      name: index % 3 === 0 ? `港城晚报第${index}版科技与财经观察` : `Harbour Post ${index}`,
      n,
      net: { value, low: Math.max(-1, value - half), high: Math.min(1, value + half), n },
      previousNet: index % 2 ? value - 0.2 : null,
    };
  });
}
const bars = (rows: RankedRow[]): BreakdownInput => ({ rows, dimension: 'source', unit: 'stories' });

/** Rankings, grids and small charts under strain. */
export function rankingCases(): Record<string, () => Drawing> {
  return {
    'heat map · topics by week': () => {
      const rows = topics.map((name, row) => {
        const series = madeSeries(
          name,
          18,
          (index, random) => (random < 0.15 ? null : Math.sin((index + row * 3) / 4) * 0.6),
          'week',
        );
        return { target: `topic:t${row}`, name, n: series.n, net: series.net, t: series.t };
      });
      return draw(topicHeatmap, {
        heatmap: { t: rows[0]?.t ?? [], rows },
        provenance: madeProvenance(18, 'week'),
      });
    },
    'heat map · empty': () => draw(topicHeatmap, { heatmap: { t: [], rows: [] }, provenance: madeProvenance(1) }),
    'bars · twelve outlets': () => draw(breakdownBars, bars(outlets(12))),
    'bars · three hundred outlets': () => draw(breakdownBars, bars(outlets(300))),
    'bars · empty': () => draw(breakdownBars, bars([])),
    'share · twenty topics': () =>
      draw(shareOfVoice, {
        unit: 'stories',
        rows: Array.from({ length: 20 }, (_, index) => ({
          key: `topic:${index}`,
          name: topics[index % topics.length] ?? '',
          n: 400 - index * 19,
          share: (400 - index * 19) / 4390,
        })),
      }),
    'word shift': () =>
      draw(wordShiftBars, {
        words: ['breakthrough', '造假', 'lawsuit', '盛赞', 'delay', 'record', '裁员', 'safe'].map((word, index) => ({
          word,
          lang: /[a-z]/.test(word) ? 'en' : 'zh',
          contribution: (index % 2 ? -1 : 1) * (0.05 - index * 0.005),
          before: 0.01 * index,
          after: 0.012 * (8 - index),
          valence: index % 2 ? -0.6 : 0.7,
        })),
      }),
    'sparkline · with gaps': () => {
      const series = madeSeries('Spark', 40, (index, random) => (random < 0.2 ? null : Math.sin(index / 5) * 0.4));
      return draw(sparkline, { t: series.t, values: series.net, measure: 'score' });
    },
  };
}
