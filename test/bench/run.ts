/**
 * Runs the benchmarks and prints one table. A benchmark is a module `<name>.bench.ts` in this folder that exports `name`
 * and `run`; speeds are ratios measured in one run, so that they mean the same on every machine.
 *
 *   npm run bench [-- name …]
 *
 * Exit 0 when every goal was met, 1 when one was missed or a benchmark failed.
 */
import { readdirSync } from 'node:fs';
import { type Benchmark, type Measurement } from './benchmark.js';

const asked = process.argv.slice(2);
const modules = await Promise.all(
  readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.bench.js'))
    .sort()
    .map((file) => import(new URL(file, import.meta.url).href) as Promise<Benchmark>),
);
const unknown = asked.filter((name) => !modules.some((module) => module.name === name));
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}; there are ${modules.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const rows = [['benchmark', 'measured', 'value', 'goal', '']];
let missed = 0;
for (const benchmark of modules) {
  if (asked.length > 0 && !asked.includes(benchmark.name)) continue;
  console.log(`… ${benchmark.name}`);
  try {
    for (const measurement of await benchmark.run()) {
      if (measurement.met === false) missed += 1;
      rows.push([benchmark.name, ...cells(measurement)]);
    }
  } catch (error) {
    missed += 1;
    console.error(error);
    rows.push([benchmark.name, 'did not finish', '', '', 'FAILED']);
  }
}
const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
for (const row of rows)
  console.log(
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
process.exit(missed === 0 ? 0 : 1);

function cells({ name, value, unit = '', goal = '', met }: Measurement): string[] {
  const shown = Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
  return [name, `${shown} ${unit}`.trim(), goal, met === undefined ? '' : met ? 'met' : 'MISSED'];
}
