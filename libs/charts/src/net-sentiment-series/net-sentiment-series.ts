import type { Chart } from '../drawing/chart.js';
import { describeNetSentiment } from './describe.js';
import { netSentimentOption } from './option.js';
import { selectNetPoint, selectNetTime } from './select.js';
import { netSentimentTable } from './table.js';
import type { NetSentimentInput } from './types.js';

export const netSentimentSeries: Chart<NetSentimentInput> = {
  isEmpty: (input) => input.series.every((series) => series.net.every((value) => value === null)),
  height: (_input, width) => (width < 480 ? 260 : 320),
  option: netSentimentOption,
  table: netSentimentTable,
  describe: describeNetSentiment,
  select: selectNetPoint,
  selectTime: selectNetTime,
};
