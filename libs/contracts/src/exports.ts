import { z } from 'zod';
import { coverageFilter } from './coverage-filter.js';

/** What can be exported as rows. */
export const exportKind = z.enum(['articles', 'mentions', 'quotes', 'forecasts', 'series']);
export type ExportKind = z.infer<typeof exportKind>;

export const exportFormat = z.enum(['csv', 'xlsx', 'jsonl', 'parquet']);
export type ExportFormat = z.infer<typeof exportFormat>;

/** A filter, and for CSV whether a byte order mark leads (Excel needs it for Chinese). `q` searches articles. */
export const exportQuery = z.object({
  ...coverageFilter.shape,
  q: z.string().max(1000).optional(),
  bom: z.enum(['true', 'false']).default('true'),
});
export type ExportQuery = z.infer<typeof exportQuery>;

/** Body of `POST /exports`: an export that runs as a job and leaves a file. */
export const exportRequest = z.object({ kind: exportKind, format: exportFormat, query: exportQuery });
export type ExportRequest = z.infer<typeof exportRequest>;

/** Answer of `GET /exports/<kind>/size`: said before anything is made. */
export const exportSize = z.object({ rows: z.int().nonnegative(), direct: z.boolean() });
export type ExportSize = z.infer<typeof exportSize>;

/** What `GET /charts/<chart>.<format>` can make of a chart. */
export const chartFormat = z.enum(['svg', 'png', 'csv']);
export type ChartFormat = z.infer<typeof chartFormat>;

/** A view's filter with the looks of the picture; sizes are CSS pixels, `scale` the pixels of a PNG for each of them. */
export const chartQuery = z.object({
  ...coverageFilter.shape,
  locale: z.enum(['en', 'zh-CN']).default('en'),
  theme: z.enum(['light', 'dark']).default('light'),
  width: z.coerce.number().int().min(240).max(4_000).default(960),
  /** The chart's own unless told. */
  height: z.coerce.number().int().min(120).max(4_000).optional(),
  scale: z.coerce.number().min(1).max(4).default(2),
});
export type ChartQuery = z.infer<typeof chartQuery>;
