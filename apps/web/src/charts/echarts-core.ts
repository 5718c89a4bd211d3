/** Everything of ECharts that our charts use; this file is only ever loaded lazily. */
import { BarChart, CustomChart, HeatmapChart, LineChart, LinesChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  DataZoomInsideComponent,
  GridComponent,
  LegendScrollComponent,
  MarkLineComponent,
  MatrixComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from 'echarts/components';
import { connect, init, use as install } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CURSOR_GROUP } from './link-cursor.js';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

install([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  CustomChart,
  DataZoomInsideComponent,
  GridComponent,
  HeatmapChart,
  LabelLayout,
  LegendScrollComponent,
  LineChart,
  LinesChart,
  MarkLineComponent,
  MatrixComponent,
  ScatterChart,
  SVGRenderer,
  TitleComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
]);

connect(CURSOR_GROUP);

export { init };
