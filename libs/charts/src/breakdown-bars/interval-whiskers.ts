import type { CustomSeriesOption, CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { ThemeTokens } from '../theme/tokens.js';
import type { RankedRow } from './types.js';

/** 95 % intervals as thin whiskers, and a hollow tick where the previous period stood. */
export function intervalWhiskers(rows: readonly RankedRow[], theme: ThemeTokens): CustomSeriesOption {
  return {
    id: 'intervals',
    type: 'custom',
    silent: true,
    z: 6,
    encode: { x: [1, 2], y: 0 },
    data: rows.map((row, index) => [index, row.net.low ?? NaN, row.net.high ?? NaN, row.previousNet ?? NaN]),
    renderItem: (_params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const place = Number(api.value(0));
      const at = (value: unknown) => api.coord([Number(value), place]);
      const [lowX, y] = at(api.value(1));
      const [highX] = at(api.value(2));
      const previous = Number(api.value(3));
      const [previousX] = at(previous);
      const stroke = (x1: number, y1: number, x2: number, y2: number) => ({
        type: 'line' as const,
        shape: { x1, y1, x2, y2 },
        style: { stroke: theme.ink, lineWidth: 1.25, opacity: 0.75 },
      });
      if (y === undefined || lowX === undefined || highX === undefined) return null;
      const whisker = Number.isFinite(lowX) && Number.isFinite(highX);
      return {
        type: 'group',
        children: [
          ...(whisker
            ? [stroke(lowX, y, highX, y), stroke(lowX, y - 3, lowX, y + 3), stroke(highX, y - 3, highX, y + 3)]
            : []),
          ...(Number.isFinite(previous) && previousX !== undefined
            ? [
                {
                  type: 'circle' as const,
                  shape: { cx: previousX, cy: y, r: 3.5 },
                  style: { fill: theme.surface, stroke: theme.quiet, lineWidth: 1.5 },
                },
              ]
            : []),
        ],
      };
    },
  };
}
