import type { CustomSeriesOption, CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from 'echarts';
import type { ThemeTokens } from '../theme/tokens.js';
import type { ForecastInput, ForecastPlot } from './types.js';

const certainty = { possible: 0.4, likely: 0.65, certain: 0.95 } as const;

/** Claims as vertical bars of their predicted interval; denials hollow, open ends with a caret. */
export function claimBars(
  plot: ForecastPlot,
  input: ForecastInput,
  theme: ThemeTokens,
  width: number,
): CustomSeriesOption {
  const colour = theme.series[0] ?? theme.ink;
  const thick = plot.marks.length > 120 || width < 480 ? 4 : 7;
  return {
    id: 'claims',
    type: 'custom',
    z: 4,
    clip: true,
    encode: { x: 0, y: [1, 2] },
    data: plot.marks.map((mark) => [mark.said, mark.from, mark.to, mark.row]),
    renderItem: (params: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI) => {
      const mark = plot.marks[params.dataIndex];
      const row = mark ? input.rows[mark.row] : undefined;
      const [x, bottom] = api.coord([api.value(0), api.value(1)]);
      const [, top] = api.coord([api.value(0), api.value(2)]);
      if (!mark || !row || x === undefined || bottom === undefined || top === undefined) return null;
      const height = Math.max(thick, bottom - top);
      const opacity = certainty[row.hedge];
      const fill = mark.denial ? theme.surface : colour;
      const caret = mark.openTop
        ? [
            {
              type: 'polygon' as const,
              shape: {
                points: [
                  [x - thick / 2 - 3, top + 7],
                  [x, top - 1],
                  [x + thick / 2 + 3, top + 7],
                ] as [number, number][],
              },
              style: { fill, stroke: colour, lineWidth: mark.denial ? 1.5 : 0, opacity: mark.denial ? 1 : opacity },
            },
          ]
        : [];
      return {
        type: 'group',
        children: [
          {
            type: 'rect',
            shape: { x: x - thick / 2, y: bottom - height, width: thick, height, r: thick / 2 },
            style: mark.denial
              ? { fill, stroke: colour, lineWidth: 1.5 }
              : { fill, opacity, stroke: theme.surface, lineWidth: 0.75 },
          },
          ...caret,
        ],
      };
    },
  };
}
