import type { ChartTable } from '@timbre/charts';
import { expect, it } from 'vitest';
import type { DrawnPart } from '../drawn/drawn-report.js';
import { changeHash } from './change-hash.js';

const columns: ChartTable['columns'] = [
  { key: 't', title: 't', numeric: false },
  { key: 'n', title: 'n', numeric: true },
];
const hash = (rows: ChartTable['rows'], svg = '', more: DrawnPart[] = []): string => {
  const part: DrawnPart = {
    kind: 'figure',
    svg,
    width: 1,
    height: 1,
    describe: svg,
    foot: svg,
    table: { columns, rows },
  };
  return changeHash({
    blocks: [part, ...more].map((one, index) => ({ id: `${index}`, title: null, part: one })),
    notes: [],
  });
};
const first = hash([
  ['2026-01-01T00:00:00.000Z', 3],
  ['2026-01-02T00:00:00.000Z', 0],
]);

it('does not change when only the calendar moves', () => {
  const later: ChartTable['rows'] = [
    ['2026-01-02T00:00:00.000Z', 3],
    ['2026-01-03T00:00:00.000Z', 0],
    ['2026-01-04T00:00:00.000Z', null],
  ];
  expect(hash(later, '<svg/>')).toBe(first);
});

it('changes when something more was counted or said', () => {
  expect(hash([['2026-01-01T00:00:00.000Z', 4]])).not.toBe(first);
  expect(hash([['2026-01-01T00:00:00.000Z', 3]], '', [{ kind: 'markdown', markdown: 'New' }])).not.toBe(first);
});
