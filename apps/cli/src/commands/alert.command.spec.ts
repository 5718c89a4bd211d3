import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { runProgram } from '../program.js';

let folder: string;
const path = (name: string): string => join(folder, name);
const minute = (index: number): string => new Date(Date.UTC(2026, 0, 1, 0, index)).toISOString();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'timbre-alert-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function simulate(rule: string, rows: readonly unknown[]) {
  await writeFile(path('rule.yaml'), rule);
  await writeFile(
    path('rows.jsonl'),
    rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'),
  );
  const written: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
  try {
    const code = await runProgram(['alert', 'simulate', '--rule', path('rule.yaml'), path('rows.jsonl')], false);
    const text = written.join('').trim();
    return {
      code,
      lines: text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>),
    };
  } finally {
    write.mockRestore();
  }
}

it('prints states, transitions and notifications with their times', async () => {
  const values = [75, 85, 70, 70, 10, 10, 10];
  const { code, lines } = await simulate(
    'condition: value > 50\nfor: 1m\nkeep_firing_for: 1m\ngroup_interval: 1m\nrepeat_interval: 2m\n',
    values.map((value, index) => ({ at: minute(index), value, n: 9 })),
  );
  expect(code).toBe(0);
  expect(lines.map(({ state }) => state)).toEqual([
    'pending',
    'firing',
    'firing',
    'firing',
    'recovering',
    'normal',
    'normal',
  ]);
  expect(lines.flatMap(({ notifications }) => notifications)).toEqual([
    { at: minute(1), reason: 'firing', firing: [minute(1)], resolved: [] },
    { at: minute(3), reason: 'repeat', firing: [minute(1)], resolved: [] },
    { at: minute(5), reason: 'resolved', firing: [], resolved: [minute(1)] },
  ]);
});

it('holds fire in gaps, below minimums and at night, and answers bad lines', async () => {
  const { lines } = await simulate(
    JSON.stringify({
      condition: { kind: 'below', threshold: 0 },
      minimumN: 5,
      quietHours: { from: '00:00', to: '00:05', tz: 'UTC' },
    }),
    [
      { at: minute(0), value: -1, n: 4 },
      { at: minute(1), value: -1, n: 9, gap: true },
      'not json',
      { at: minute(2), value: null, n: 0 },
      { at: minute(3), value: -1, n: 9 },
      { at: minute(7), value: -1, n: 9 },
    ],
  );
  expect(lines.map(({ state }) => state)).toEqual(['normal', 'normal', undefined, 'normal', 'firing', 'firing']);
  expect(lines[2]).toMatchObject({ line: 3, error: { code: 'line.json' } });
  expect(lines.at(-1)?.['notifications']).toEqual([
    { at: minute(5), reason: 'firing', firing: [minute(3)], resolved: [] },
  ]);
});

it('ends with 2 when the rule is none', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect((await simulate('condition: someday\n', [])).code).toBe(2);
  expect((await simulate('condition: value > 1\nfor: -5\n', [])).code).toBe(2);
});
