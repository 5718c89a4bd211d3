import { Injectable } from '@nestjs/common';
import type { AlertRuleInput, ForecastIndex } from '@timbre/contracts';
import { CoverageQueries } from '@timbre/coverage';
import { coverageOf } from './rule-filter.js';

/** Median of the predicted dates as a decimal year, by the moment it was said. */
export interface ForecastMedians {
  at(moment: number): { value: number | null; n: number };
}

const voteDays = 90;
const day = 86_400_000;

@Injectable()
export class ForecastMedianReader {
  constructor(private readonly coverage: CoverageQueries) {}

  async within(rule: AlertRuleInput, from: number, to: number): Promise<ForecastMedians> {
    const filter = coverageOf(rule, new Date(from - voteDays * day), new Date(to), { bucket: 'day' });
    const { index } = await this.coverage.forecasts(filter, { now: new Date(to) }, rule.filter.subject);
    return { at: (moment) => medianAt(index, moment) };
  }
}

function medianAt({ t, median, n }: ForecastIndex, moment: number): { value: number | null; n: number } {
  const date = new Date(moment).toISOString().slice(0, 10);
  const index = t.findLastIndex((said) => said <= date);
  const predicted = median[index] ?? null;
  return { value: predicted === null ? null : decimalYear(predicted), n: n[index] ?? 0 };
}

/** @example decimalYear('2027-07-02') // ≈ 2027.5 */
function decimalYear(date: string): number {
  const year = Number(date.slice(0, 4));
  const [begin, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return year + (Date.parse(date) - begin) / (end - begin);
}
