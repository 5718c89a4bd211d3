/**
 * What leaves the house: a CSV of a million mentions against PostgreSQL's own COPY of the same query (on the server,
 * into nothing), the memory that CSV and XLSX take, and a PDF with twelve charts against their SVG alone.
 *
 * `BENCH_ROWS=100000` measures on fewer.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { alertingMigrations } from '@timbre/alerting';
import { CollectionModule, collectionMigrations } from '@timbre/collection';
import { chartQuery, exportQuery, reportDocument, type ReportChart } from '@timbre/contracts';
import { CoverageModule } from '@timbre/coverage';
import { Database, loadSettings, migrate, PlatformModules, SecretBox } from '@timbre/platform';
import { ChartFiles, ExportService, ReportingModule, reportingMigrations, ReportService } from '@timbre/reporting';
import type { Measurement } from './benchmark.js';
import { coveredInstallation } from './covered-installation.js';
import { peakGrowth } from './peak-memory.js';
import { quantile, timesOf } from './times.js';

export const name = 'exports';

const from = new Date('2025-05-01T00:00:00Z');
const days = 549;
const now = new Date(from.getTime() + days * 86_400_000);
const mentionsPerArticle = 9.3;
const megabyte = 1024 * 1024;

/** The same rows as the export of mentions asks for. */
const sameQuery = `SELECT m.article_id, m.target, m.published, m.source_id, m.lang, a.title, a.url, m.score, m.label,
    m.confidence, m.lead, m.aspects, m.evidence
  FROM mention m JOIN article a ON a.id = m.article_id ORDER BY m.published DESC, m.article_id DESC, m.target`;

export async function run(): Promise<Measurement[]> {
  const rows = Number(process.env.BENCH_ROWS ?? 1_000_000);
  const installation = await coveredInstallation(Math.round(rows / mentionsPerArticle), from, days);
  const folder = mkdtempSync(join(tmpdir(), 'timbre-bench-exports-'));
  try {
    const migrations = [...collectionMigrations, ...alertingMigrations, ...reportingMigrations];
    await migrate({ url: installation.url, migrations, queues: true });
    const settings = loadSettings({ TIMBRE_DATA: folder });
    const options = {
      settings,
      databaseUrl: installation.url,
      secrets: new SecretBox('a secret of 32 letters for benches'),
    };
    const imports = [...PlatformModules.core(options, 'bench'), CollectionModule, CoverageModule, ReportingModule];
    const app = await NestFactory.createApplicationContext(
      { module: class BenchExports {}, imports },
      { logger: ['error'] },
    );
    try {
      const parts = {
        exports: app.get(ExportService, { strict: false }),
        charts: app.get(ChartFiles, { strict: false }),
        reports: app.get(ReportService, { strict: false }),
        database: app.get(Database, { strict: false }),
      };
      return [...(await exportsOf(parts, installation.mentions)), ...(await pdfOf(parts))];
    } finally {
      await app.close();
    }
  } finally {
    await installation.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Parts {
  exports: ExportService;
  charts: ChartFiles;
  reports: ReportService;
  database: Database;
}

async function exportsOf({ exports, database }: Parts, mentions: number): Promise<Measurement[]> {
  const bytesOf = async (format: 'csv' | 'xlsx', lastDays: number): Promise<void> => {
    const since = new Date(now.getTime() - lastDays * 86_400_000).toISOString();
    const query = exportQuery.parse({ unit: 'articles', from: since, to: now.toISOString() });
    for await (const chunk of await exports.bytes({ kind: 'mentions', format, query, now }, null)) void chunk;
  };
  // Code and caches are warm before memory is looked at.
  await bytesOf('csv', 10);
  await bytesOf('xlsx', 10);
  const copy = quantile(await timesOf(() => database.query(`COPY (${sameQuery}) TO '/dev/null'`), 2), 0.5);
  const csv = await peakGrowth(() => bytesOf('csv', days));
  const xlsx = await peakGrowth(() => bytesOf('xlsx', (days * 200_000) / mentions));
  const ratio = copy / csv.ms;
  const [csvGrowth, xlsxGrowth] = [csv.bytes / megabyte, xlsx.bytes / megabyte];
  return [
    { name: `CSV of ${mentions} rows`, value: csv.ms / 1000, unit: 's' },
    { name: 'COPY of the same query', value: copy / 1000, unit: 's' },
    { name: 'CSV against COPY', value: ratio, unit: '×', goal: '≥ 0.4 ×', met: ratio >= 0.4 },
    { name: 'CSV: memory growth', value: csvGrowth, unit: 'MB', goal: '≤ 150 MB', met: csvGrowth <= 150 },
    { name: 'XLSX of 200,000 rows', value: xlsx.ms / 1000, unit: 's' },
    { name: 'XLSX: memory growth', value: xlsxGrowth, unit: 'MB', goal: '≤ 300 MB', met: xlsxGrowth <= 300 },
  ];
}

const kinds: readonly ReportChart[] = ['net', 'volume', 'calendar', 'topics', 'outlets', 'languages'];

async function pdfOf({ charts, reports }: Parts): Promise<Measurement[]> {
  const range = { from: new Date(now.getTime() - 90 * 86_400_000).toISOString(), to: now.toISOString() };
  const twelve = [...kinds, ...kinds];
  const text = { kind: 'text' as const, markdown: 'Words of an ordinary paragraph. '.repeat(60) };
  const document = reportDocument.parse({
    name: 'Twelve charts',
    range: { kind: 'fixed', ...range },
    unit: 'articles',
    blocks: twelve.flatMap((chart, index) => [
      { ...text, id: `t${index}` },
      { kind: 'chart', chart, id: `c${index}` },
    ]),
  });
  const query = chartQuery.parse({ ...range, unit: 'articles', width: 720 });
  const svg = await timesOf(async () => {
    for (const chart of twelve) await charts.make(chart, 'svg', query, now);
  }, 3);
  const pdf = await timesOf(() => reports.make(document, ['pdf'], now), 3);
  const ratio = quantile(pdf, 0.5) / quantile(svg, 0.5);
  return [
    { name: 'twelve charts as SVG', value: quantile(svg, 0.5), unit: 'ms' },
    { name: 'PDF with them', value: quantile(pdf, 0.5), unit: 'ms' },
    { name: 'PDF against SVG', value: ratio, unit: '×', goal: '≤ 8 ×', met: ratio <= 8 },
  ];
}
