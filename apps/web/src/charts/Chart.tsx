import { echartsTheme, type Drawing, type Selection } from '@timbre/charts';
import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useChartContext } from './chart-context.js';
import { onMarkClick } from './on-mark-click.js';
import { useWidth } from './use-width.js';
import './chart.css';

interface Props {
  drawing: Drawing;
  onSelect?: (selection: Selection) => void;
  /** Small charts beside a number carry their meaning in the text around them. */
  decorative?: boolean;
  height?: number;
}

/** The one owner of a chart's life: loads ECharts, draws, follows size and theme, listens, disposes. */
export function Chart({ drawing, onSelect, decorative = false, height }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
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

  return (
    <div ref={frame} className="chart-frame" style={{ height: tall }} aria-hidden={decorative || undefined}>
      <div
        ref={host}
        className="chart-host"
        role={decorative ? undefined : 'img'}
        aria-label={decorative || !laidOut ? undefined : drawing.describe(context)}
      />
      {!chart && <div className="chart-loading" />}
    </div>
  );
}
