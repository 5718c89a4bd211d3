import { init } from 'echarts';
import { describe, expect, it } from 'vitest';
import type { ChartContext } from '../drawing/chart.js';
import type { Drawing } from '../drawing/draw.js';
import { toCsv } from '../table/to-csv.js';
import { echartsTheme } from '../theme/echarts-theme.js';
import { darkTokens, lightTokens } from '../theme/tokens.js';
import { galleryCases } from './index.js';

/** Real ECharts, server-side SVG: what reports will do. */
function svgOf(drawing: Drawing, context: ChartContext): string {
  const chart = init(null, echartsTheme(context.theme), {
    renderer: 'svg',
    ssr: true,
    width: context.width,
    height: drawing.height(context.width),
  });
  chart.setOption(drawing.option(context));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const english: ChartContext = { theme: lightTokens, locale: 'en', tz: 'UTC', width: 900 };
const chinese: ChartContext = { theme: darkTokens, locale: 'zh-CN', tz: 'Asia/Shanghai', width: 358 };

describe.each(Object.entries(galleryCases()))('%s', (name, make) => {
  const drawing = make();
  it('draws on the server in both languages, themes and widths, without a broken coordinate', () => {
    for (const context of [english, chinese]) {
      if (drawing.isEmpty()) continue;
      const svg = svgOf(drawing, context);
      expect(svg).toContain('<path');
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<script/);
    }
  });

  it('says the same in words and in a table', () => {
    for (const context of [english, chinese]) {
      expect(drawing.describe(context).length).toBeGreaterThan(2);
      expect(drawing.describe(context)).not.toMatch(/NaN|undefined/);
      const table = drawing.table(context);
      expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
      if (!name.includes('100,000'))
        expect(toCsv(table).split('\r\n').length).toBeGreaterThanOrEqual(table.rows.length + 2);
    }
  });
});
