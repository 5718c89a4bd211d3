import { aspects, emptyFilter, rangePresets, type FilterState } from './filter-state.js';

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;
const target = /^(all|topic:[\w.-]+|entity:[\w.·-]+)$/u;

function choice<T extends string>(value: string | null, allowed: readonly T[], fallback: T): T {
  return allowed.find((option) => option === value) ?? fallback;
}
function list(value: string | null, most: number): string[] {
  const parts = (value ?? '').split(',').filter((part) => part !== '');
  return [...new Set(parts)].slice(0, most);
}
function moment(value: string | null): string | null {
  return value !== null && (day.test(value) || instant.test(value)) && !Number.isNaN(Date.parse(value)) ? value : null;
}

/** URL → filter. URLs are edited by hand: what makes no sense falls back to the default, backwards ranges are turned. */
export function readFilter(parameters: URLSearchParams): FilterState {
  const [from, to] = [moment(parameters.get('from')), moment(parameters.get('to'))];
  const backwards = from !== null && to !== null && Date.parse(from) > Date.parse(to);
  return {
    range: from === null ? (rangePresets.find((preset) => preset === parameters.get('range')) ?? null) : null,
    from: backwards ? to : from,
    to: from === null ? null : backwards ? from : to,
    bucket: choice(parameters.get('bucket'), ['auto', 'hour', 'day', 'week', 'month'], 'auto'),
    compare: choice(parameters.get('compare'), ['none', 'previous', 'year'], 'previous'),
    targets: list(parameters.get('targets'), 20).filter((reference) => target.test(reference)),
    sources: list(parameters.get('sources'), 300),
    languages: list(parameters.get('languages'), 50),
    labels: list(parameters.get('labels'), 3).flatMap((label) =>
      label === 'negative' || label === 'neutral' || label === 'positive' ? [label] : [],
    ),
    aspects: aspects.filter((known) => list(parameters.get('aspects'), 20).includes(known)),
    speakers: list(parameters.get('speakers'), 50),
    unit: choice(parameters.get('unit'), ['articles', 'stories'], 'stories'),
    weighting: choice(parameters.get('weighting'), ['none', 'decayed'], 'none'),
  };
}

/** Filter → URL, keeping the parameters that are not the filter's; defaults are left out, so that links stay short. */
export function writeFilter(filter: FilterState, parameters: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(filter)) {
    const text = Array.isArray(value) ? value.join(',') : (value as string | null);
    const usual = emptyFilter[name as keyof FilterState];
    const usualText = Array.isArray(usual) ? usual.join(',') : usual;
    if (text === null || text === usualText) next.delete(name);
    else next.set(name, text);
  }
  return next;
}

/** Only the filter's part of a URL, for links between pages. */
export function filterSearch(filter: FilterState): string {
  const text = writeFilter(filter, new URLSearchParams()).toString();
  return text === '' ? '' : `?${text}`;
}
