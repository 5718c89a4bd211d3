import { describe, expect, it } from 'vitest';
import type { PageDate } from './page-date.js';
import { publicationDates } from './publication-dates.js';
import type { ShownDates } from './shown-dates.js';
import type { StatedDates } from './stated-dates.js';

const on = (iso: string, offset: number | null = null): PageDate => ({ instant: new Date(iso), offset });
const inUtc = (iso: string): PageDate => ({ instant: new Date(iso), offset: 0, utc: true });
const stated = (given: Partial<StatedDates> = {}): StatedDates => ({
  structured: null,
  meta: null,
  general: null,
  script: null,
  created: null,
  modified: null,
  ...given,
});
const shown = (given: Partial<ShownDates> = {}): ShownDates => ({
  published: [],
  property: null,
  modified: null,
  relative: null,
  yearless: new Set(),
  ...given,
});
const march = (day: number) => on(`2026-03-${String(day).padStart(2, '0')}T00:00:00Z`);

describe('publicationDates', () => {
  it('believes what readers see before what templates state', () => {
    const { published } = publicationDates(
      stated({ structured: march(5), meta: march(5) }),
      shown({ published: [{ date: march(9), weight: 3.8 }] }),
      null,
    );
    expect(published).toEqual(march(9));
  });

  it('believes data and address together before one shown date', () => {
    const { published } = publicationDates(
      stated({ meta: march(5) }),
      shown({ published: [{ date: march(9), weight: 3.8 }] }),
      march(5),
    );
    expect(published).toEqual(march(5));
  });

  it('does not believe one weak witness', () => {
    const weak = shown({ published: [{ date: march(9), weight: 0.6 }] });
    expect(publicationDates(stated(), weak, null).published).toBeNull();
    const script = stated({ general: march(9), meta: null });
    const changed = shown({ modified: march(9), published: [{ date: march(3), weight: 1.2 }] });
    expect(publicationDates(script, changed, null).published).toEqual(march(3));
  });

  it('tells an instant of UTC on the day that the page shows', () => {
    const { published } = publicationDates(
      stated({ meta: inUtc('2026-03-10T02:30:00Z') }),
      shown({ published: [{ date: march(9), weight: 2.5 }] }),
      null,
    );
    expect(published).toMatchObject({ instant: new Date('2026-03-10T02:30:00Z'), offset: -180 });
  });

  it('takes the last change of pages that show only that, with or without its year', () => {
    expect(publicationDates(stated(), shown({ modified: march(9) }), null).published).toEqual(march(9));
    const yearless = shown({ yearless: new Set(['03-09']) });
    expect(publicationDates(stated({ modified: march(9) }), yearless, null).published).toEqual(march(9));
    expect(publicationDates(stated({ modified: march(8) }), yearless, null).published).toBeNull();
  });
});
