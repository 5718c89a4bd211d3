import type { CoverageFilter } from '@timbre/contracts';

/** The search part of a link into the view that shows this coverage. */
export function viewSearch({ from, to, targets, sources, languages }: CoverageFilter): string {
  const search = new URLSearchParams({ from: from ?? '', to: to ?? '' });
  for (const [key, values] of Object.entries({ targets, sources, languages })) {
    if (values.length > 0) search.set(key, values.join(','));
  }
  return search.toString();
}
