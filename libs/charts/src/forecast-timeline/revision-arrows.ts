import type { LinesSeriesOption } from 'echarts';
import type { ThemeTokens } from '../theme/tokens.js';
import type { ForecastPlot } from './types.js';

/** Arrows from a speaker's earlier date to the later one. */
export function revisionArrows(plot: ForecastPlot, theme: ThemeTokens): LinesSeriesOption {
  return {
    id: 'revisions',
    type: 'lines',
    coordinateSystem: 'cartesian2d',
    z: 5,
    silent: true,
    clip: true,
    symbol: ['none', 'arrow'],
    symbolSize: 8,
    lineStyle: { color: theme.series[1], width: 1.5, opacity: 0.85, curveness: 0.12 },
    data: plot.arrows.map((arrow) => ({
      coords: [
        [arrow.x1, arrow.y1],
        [arrow.x2, arrow.y2],
      ],
      lineStyle: arrow.x1 === arrow.x2 ? { curveness: 0.35, type: 'dashed' as const } : undefined,
    })),
  };
}
