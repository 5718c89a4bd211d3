import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { type ChartFormat, chartFormat, chartQuery, reportChart } from '@timbre/contracts';
import { Access, NotFoundError } from '@timbre/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { ChartFiles } from '../charts/chart-file.service.js';

const contentTypes: Record<ChartFormat, string> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
};

/** `GET /charts/net.svg?targets=topic:agi-timelines&theme=dark&width=1200`: a chart for a slide or a script. */
@Controller('charts')
@Access('viewer')
export class ChartController {
  constructor(private readonly charts: ChartFiles) {}

  @Get(':file')
  async file(
    @Param('file') file: string,
    @Query({ schema: chartQuery }) query: z.output<typeof chartQuery>,
    @Res() response: Response,
  ): Promise<void> {
    const [name, extension] = file.split('.');
    const chart = reportChart.safeParse(name);
    const format = chartFormat.safeParse(extension);
    if (!chart.success || !format.success) throw new NotFoundError('chart', file);
    const bytes = await this.charts.make(chart.data, format.data, query, new Date());
    response.setHeader('content-type', contentTypes[format.data]);
    response.setHeader('content-disposition', `inline; filename="timbre-${chart.data}.${format.data}"`);
    // A drawing that somebody opens by itself runs nothing and fetches nothing.
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    response.setHeader('cache-control', 'no-store');
    response.end(bytes);
  }
}
