import { Injectable } from '@nestjs/common';
import {
  coverageFilter,
  type CoverageFilter,
  type CoverageSeries,
  type ExportFormat,
  type ExportKind,
  type ExportQuery,
  type ExportSize,
} from '@timbre/contracts';
import { CoverageQueries, CoverageStreams } from '@timbre/coverage';
import { encodeExport } from './formats/encode-export.js';
import {
  articleFields,
  forecastFields,
  mentionFields,
  quoteFields,
  seriesFields,
  type SeriesPoint,
} from './rows/export-fields.js';
import { type ExportTable, exportTable } from './rows/export-table.js';
import { withProgress } from './rows/with-progress.js';

/** Beyond this many rows an export runs as a job. */
const mostDirect = 50_000;

export interface ExportWish {
  kind: ExportKind;
  format: ExportFormat;
  query: ExportQuery;
  language?: 'en' | 'zh';
  now: Date;
}

/** Makes exports: says their size, and gives their bytes as a stream in bounded memory. */
@Injectable()
export class ExportService {
  constructor(
    private readonly streams: CoverageStreams,
    private readonly queries: CoverageQueries,
  ) {}

  async size(kind: ExportKind, query: ExportQuery, now: Date): Promise<ExportSize> {
    const rows = kind === 'series' ? await this.seriesRows(query, now) : await this.streams.count(kind, query);
    return { rows, direct: rows <= mostDirect };
  }

  /** @param rows - the size, when it is known: it goes into the notes. */
  async bytes(
    wish: ExportWish,
    rows: number | null,
    progress?: (done: number) => Promise<void>,
  ): Promise<AsyncGenerator<string | Buffer>> {
    const filter = coverageFilter.parse(wish.query);
    const { provenance } = await this.queries.series({ ...filter, targets: [] }, wish);
    const table = this.table(wish, filter);
    return encodeExport(wish.format, {
      table: progress === undefined ? table : { ...table, rows: withProgress(table.rows, progress) },
      sheetName: wish.kind,
      tz: filter.tz,
      bom: wish.query.bom === 'true',
      notes: {
        export: wish.kind,
        rows,
        query: JSON.stringify(wish.query),
        from: filter.from ?? null,
        to: filter.to ?? null,
        time_zone: filter.tz,
        counted: filter.unit,
        analysis_versions: provenance.versions.join(', '),
        made: wish.now.toISOString(),
      },
    });
  }

  private table(wish: ExportWish, filter: CoverageFilter): ExportTable {
    switch (wish.kind) {
      case 'articles':
        return exportTable(articleFields, this.streams.articles({ ...filter, q: wish.query.q }));
      case 'mentions':
        return exportTable(mentionFields, this.streams.mentions(filter, { language: wish.language ?? 'en' }));
      case 'quotes':
        return exportTable(quoteFields, this.streams.quotes(filter));
      case 'forecasts':
        return exportTable(forecastFields, this.streams.forecasts(filter));
      case 'series':
        return exportTable(seriesFields, this.points(filter, wish));
    }
  }

  private async *points(filter: CoverageFilter, wish: ExportWish): AsyncGenerator<SeriesPoint[]> {
    const { series } = await this.queries.series(filter, wish);
    for (const one of series) yield [...pointsOf(one)];
  }

  private async seriesRows(query: ExportQuery, now: Date): Promise<number> {
    const { series } = await this.queries.series(coverageFilter.parse(query), { now });
    return series.reduce((sum, { t }) => sum + t.length, 0);
  }
}

function* pointsOf(series: CoverageSeries): Generator<SeriesPoint> {
  for (let index = 0; index < series.t.length; index += 1) yield { series, index };
}
