import type { LineSeriesOption } from 'echarts';
import type { ChartContext } from '../drawing/chart.js';
import { chartWords } from '../locale/chart-words.js';
import { wallClock } from '../time/wall-clock.js';
import type { NetSentimentInput } from './types.js';

const shapes = { event: '\u2691', alert: '\u25B2' } as const;

/** The zero line, thin verticals where the analysis changed, and flags of events and alerts. */
export function momentMarks(input: NetSentimentInput, context: ChartContext): LineSeriesOption {
  const { theme } = context;
  const clock = wallClock(input.provenance.tz);
  const words = chartWords(context.locale);
  const label = { color: theme.quiet, fontSize: 11, position: 'insideEndTop' as const };
  return {
    id: 'moments',
    type: 'line',
    data: [],
    silent: true,
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      data: [
        { yAxis: 0, lineStyle: { color: theme.zero, width: 1.25, type: 'solid' }, label: { show: false } },
        ...input.provenance.versionBreaks.map((change) => ({
          xAxis: clock(change.at),
          lineStyle: { color: theme.quiet, width: 1, type: 'dotted' as const },
          label: { ...label, formatter: words.analysisVersion(change.version) },
        })),
        ...(input.annotations ?? []).map((note) => ({
          xAxis: clock(note.at),
          lineStyle: { color: theme.ink, width: 1, type: 'dashed' as const },
          label: { ...label, color: theme.ink, formatter: `${shapes[note.kind]} ${note.text}`, rotate: 0 },
        })),
      ],
    },
  };
}
