import type { Selection } from '@timbre/charts';
import type { FilterState } from '../filter/filter-state.js';
import { filterSearch } from '../filter/filter-url.js';

/** Where the articles behind a mark are: the page's filter, narrowed to the mark. */
export function selectionLink(filter: FilterState, selection: Selection): string {
  if (selection.article !== undefined) return `/articles/${encodeURIComponent(selection.article)}`;
  const { target, from, to, label, source, language } = selection;
  return `/articles${filterSearch({
    ...filter,
    ...(from && to ? { range: null, from, to } : {}),
    ...(target && target !== 'all' ? { targets: [target] } : {}),
    ...(label ? { labels: [label] } : {}),
    ...(source ? { sources: [source] } : {}),
    ...(language ? { languages: [language] } : {}),
  })}`;
}
