import type { AlertRuleInput } from '@timbre/contracts';

/** The articles that a rule, or one series of it, saw at a moment. */
export function articlesLink({ filter, window }: Pick<AlertRuleInput, 'filter' | 'window'>, at: string): string {
  const search = new URLSearchParams({ from: new Date(Date.parse(at) - window * 1_000).toISOString(), to: at });
  for (const name of ['targets', 'sources', 'languages'] as const) {
    if (filter[name].length > 0) search.set(name, filter[name].join(','));
  }
  return `/articles?${search.toString()}`;
}
