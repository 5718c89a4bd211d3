import { echartsTheme, type Drawing, type Selection } from '@timbre/charts';
import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useChartContext } from './chart-context.js';
import { linkCursor } from './link-cursor.js';
import { onMarkClick } from './on-mark-click.js';
import { onPointMenu, type MenuPoint } from './on-point-menu.js';
import { onRangeDrag } from './on-range-drag.js';
import { PointMenu } from './PointMenu.js';
import type { TimeTools } from './use-time-tools.js';
import { useWidth } from './use-width.js';
import './chart.css';

interface Props {
  drawing: Drawing;
  onSelect?: (selection: Selection) => void;
  /** What a drag along the time axis and a right click do. */
  tools?: TimeTools;
  /** Small charts beside a number carry their meaning in the text around them. */
  decorative?: boolean;
  height?: number;
}

/** The one owner of a chart's life: loads ECharts, draws, follows size and theme, listens, disposes. */
export function Chart({ drawing, onSelect, tools, decorative = false, height }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const [menu, setMenu] = useState<MenuPoint | null>(null);
  const width = useWidth(frame);
  const laidOut = width > 0;
  const context = useChartContext(width);
  const tall = height ?? drawing.height(width || 600);

  useEffect(() => {
    if (!laidOut) return undefined;
    let made: EChartsType | null = null;
    let left = false;
    void import('./echarts-core.js').then(({ init }) => {
      if (left || !host.current) return;
      made = init(host.current, undefined, { renderer: 'canvas' });
      setChart(made);
    });
    return () => {
      left = true;
      made?.dispose();
      setChart(null);
    };
  }, [laidOut]);

  useEffect(() => {
    if (!chart || chart.isDisposed()) return;
    chart.resize({ width: context.width, height: tall, silent: true });
    chart.setOption(drawing.option(context), { notMerge: true });
    // Only a drawn chart takes a theme.
    chart.setTheme(echartsTheme(context.theme));
  }, [chart, drawing, context, tall]);

  useEffect(() => {
    if (!chart || chart.isDisposed() || !onSelect) return undefined;
    return onMarkClick(chart, drawing, context, onSelect);
  }, [chart, drawing, context, onSelect]);

  useEffect(() => {
    if (!chart || chart.isDisposed() || !tools) return undefined;
    const stops = [
      linkCursor(chart),
      onRangeDrag(chart, drawing, context, tools.onZoom),
      onPointMenu(chart, drawing, context, setMenu),
    ];
    return () => stops.forEach((stop) => stop());
  }, [chart, drawing, context, tools]);

  return (
    <div ref={frame} className="chart-frame" style={{ height: tall }} aria-hidden={decorative || undefined}>
      <div
        ref={host}
        className="chart-host"
        role={decorative ? undefined : 'img'}
        aria-label={decorative || !laidOut ? undefined : drawing.describe(context)}
      />
      {menu && tools && <PointMenu point={menu} actions={tools.actions} onClose={() => setMenu(null)} />}
      {!chart && <div className="chart-loading" />}
    </div>
  );
}
