/**
 * Runs the external suites and prints one table. The archives hold third-party pages and feeds, so they are not part of
 * the repository: they are looked for in ../shared/suites (or the folder given), and a suite without one is skipped.
 *
 *   npm run suites [-- --folder DIR] [name …]
 *
 * Exit 0 when every suite that ran met its goal or held the ground that it had reached. With CI set, a missing archive in an
 * existing folder is a failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { suites } from './suites.js';
import type { Suite, SuiteResult } from './suite.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string', default: '../shared/suites' }, failures: { type: 'string', default: '5' } },
});
const folder = resolve(values.folder);
const shown = Number(values.failures);

if (!existsSync(folder)) {
  console.log(`External suites skipped: there is no folder ${values.folder}.`);
  process.exit(0);
}

const rows: string[][] = [];
let failed = 0;
for (const suite of suites) {
  if (positionals.length > 0 && !positionals.includes(suite.name)) continue;
  const archive = join(folder, `${suite.name}.tar.xz`);
  if (!existsSync(archive)) {
    rows.push([suite.name, 'skipped', '', suite.goal, 'archive missing']);
    if (process.env.CI !== undefined) failed += 1;
    continue;
  }
  const result = await runUnpacked(suite, archive);
  if (!result.goalMet && !result.heldGround) failed += 1;
  rows.push([
    suite.name,
    `${result.passed}/${result.total}`,
    percent(result),
    suite.goal,
    [result.goalMet ? 'met' : result.heldGround ? 'MISSED, no worse than before' : 'MISSED', result.note ?? '']
      .join(' ')
      .trim(),
  ]);
  if (!result.goalMet) for (const line of result.failures.slice(0, shown)) console.log(`  ${suite.name}: ${line}`);
}
printTable([['suite', 'passed', '%', 'goal', 'result'], ...rows]);
process.exit(failed === 0 ? 0 : 1);

async function runUnpacked(suite: Suite, archive: string): Promise<SuiteResult> {
  const dir = mkdtempSync(join(tmpdir(), `timbre-suite-${suite.name}-`));
  try {
    const tar = spawnSync('tar', ['-xJf', archive, '-C', dir]);
    if (tar.status !== 0)
      throw new Error(`tar could not unpack ${archive}: ${tar.stderr?.toString() ?? ''} Install xz-utils.`);
    const entries = readdirSync(dir);
    const only = entries.length === 1 && entries[0] === suite.name ? join(dir, suite.name) : dir;
    return await suite.run(only);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function percent({ passed, total }: SuiteResult): string {
  return total === 0 ? '' : ((100 * passed) / total).toFixed(1);
}

function printTable(lines: string[][]): void {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}
