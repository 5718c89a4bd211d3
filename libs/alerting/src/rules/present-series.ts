import type { AlertRuleSeries } from '@timbre/contracts';
import type { StoredSeries } from '../series/alert-series.repository.js';

const urgent: readonly AlertRuleSeries['phase'][] = ['firing', 'recovering', 'error', 'no-data', 'pending', 'normal'];

/** Series as the API shows them, the most urgent first. */
export function presentSeries(series: readonly StoredSeries[]): AlertRuleSeries[] {
  return series
    .map(({ key, name, state, lastInput }) => ({
      key,
      name,
      phase: state.phase,
      since: new Date(state.since).toISOString(),
      value: lastInput?.value ?? null,
      n: lastInput?.n ?? null,
      held: lastInput?.held ?? false,
    }))
    .sort((a, b) => urgent.indexOf(a.phase) - urgent.indexOf(b.phase) || (b.n ?? 0) - (a.n ?? 0));
}
