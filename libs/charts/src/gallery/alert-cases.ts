import { alertMoment } from '../alert-moment/alert-moment.js';
import type { AlertMomentInput } from '../alert-moment/types.js';
import { draw, type Drawing } from '../drawing/draw.js';
import { seeded } from './seeded.js';

const hour = 3_600_000;
const begin = Date.parse('2024-05-01T00:00:00Z');

function moment(count: number, parts: Partial<AlertMomentInput> = {}): Drawing {
  const random = seeded(7);
  const at = Math.floor(count * 0.8);
  const t = Array.from({ length: count }, (_, index) => new Date(begin + index * hour).toISOString());
  return draw(alertMoment, {
    title: 'Net sentiment of AGI timelines over a day',
    series: 'net',
    t,
    value: t.map((_, index) => (index < at ? 0.2 : -0.4) + (random() - 0.5) / 5),
    n: t.map(() => 12),
    held: t.map((_, index) => index > count * 0.3 && index < count * 0.4),
    low: t.map(() => -0.2),
    high: t.map(() => null),
    from: t[at] ?? new Date(begin).toISOString(),
    to: null,
    ...parts,
  });
}

/** Alerts under strain. */
export function alertCases(): Record<string, () => Drawing> {
  return {
    'alert · net below a threshold, with an outage': () => moment(240),
    'alert · 关于通用人工智能到来时间表的净情感': () =>
      moment(240, { title: '「关于通用人工智能到来时间表以及各家实验室负责人在公开场合改口的专题」近 1 天的净情感' }),
    'alert · a band that begins late, ended': () =>
      moment(240, {
        high: Array.from({ length: 240 }, (_, index) => (index < 60 ? null : 0.5)),
        to: new Date(begin + 230 * hour).toISOString(),
      }),
    'alert · one point': () => moment(1),
    'alert · nothing measured': () => moment(30, { value: Array.from({ length: 30 }, () => null) }),
  };
}
