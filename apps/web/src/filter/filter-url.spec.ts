import { describe, expect, it } from 'vitest';
import { emptyFilter, type FilterState } from './filter-state.js';
import { filterSearch, readFilter } from './filter-url.js';

describe('filter in the URL', () => {
  const filter: FilterState = {
    range: null,
    from: '2024-01-01',
    to: '2024-02-29',
    bucket: 'week',
    compare: 'year',
    targets: ['topic:agi-timelines', 'entity:mira·murati'],
    sources: ['s1', 's2'],
    languages: ['zh', 'en'],
    labels: ['negative'],
    aspects: ['cost', 'jobs'],
    speakers: ['Mira Murati'],
    unit: 'articles',
    weighting: 'decayed',
  };

  it('comes back as it went', () => {
    expect(readFilter(new URLSearchParams(filterSearch(filter)))).toEqual(filter);
    expect(filterSearch(emptyFilter)).toBe('');
    expect(readFilter(new URLSearchParams())).toEqual(emptyFilter);
  });

  it('survives URLs edited by hand', () => {
    const broken = 'from=2024-13-45&bucket=year&targets=<script>,topic:a,topic:a&labels=bad,negative&unit=7&range=1h';
    expect(readFilter(new URLSearchParams(broken))).toEqual({
      ...emptyFilter,
      targets: ['topic:a'],
      labels: ['negative'],
      aspects: [],
      speakers: [],
    });
    const backwards = readFilter(new URLSearchParams('from=2024-05-01&to=2023-05-01'));
    expect([backwards.from, backwards.to]).toEqual(['2023-05-01', '2024-05-01']);
  });
});
