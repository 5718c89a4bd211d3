import type { ArticleSpan } from './article-span.js';
import { dateRole, hasDateProperty } from './date-markup.js';
import { readDateline } from './dateline.js';
import type { WeighedBlocks } from './main-range.js';
import { briefText } from './page-dom.js';
import type { DateReading, PageDate } from './page-date.js';
import type { DateStamp } from './text-blocks.js';
import { relativeDate, statedDate } from './visible-date.js';

/** A date that the page shows, and how much it counts for the article. */
export interface ShownDate {
  date: PageDate;
  weight: number;
}

export interface ShownDates {
  published: ShownDate[];
  /** What elements state that are marked with the article's property. */
  property: PageDate | null;
  /** The date that the page calls its last change. */
  modified: PageDate | null;
  /** The first date in the article's head that counts from now, "3 hours ago". */
  relative: PageDate | null;
  /** Days that the article's head shows without their year, `03-10`. */
  yearless: ReadonlySet<string>;
}

/**
 * Where a date stands: far or close above the headline, between it and the text, after the first paragraphs, in the text,
 * close behind it, or anywhere else.
 */
type Place = 'far' | 'above' | 'head' | 'lede' | 'text' | 'tail' | 'elsewhere';
/** What it is called: the day of publication, by markup or wording; nothing; or it opens the first sentence. */
type Called = 'published' | 'plain' | 'opening';

const WEIGHT: Record<Place, Record<Called, number>> = {
  far: { published: 2, plain: 0, opening: 0 },
  above: { published: 2.5, plain: 1.6, opening: 0 },
  head: { published: 3.8, plain: 3.4, opening: 1.6 },
  lede: { published: 2.5, plain: 1.6, opening: 1.6 },
  text: { published: 1.2, plain: 0.6, opening: 0 },
  tail: { published: 2, plain: 1.2, opening: 0 },
  elsewhere: { published: 0.5, plain: 0, opening: 0 },
};
/** Blocks that the first paragraphs may take, those behind the text in which dates may be the article's. */
const LEDE = 4;
const TAIL = 12;
/** Blocks above a headline that belong to it although a name calls them furniture. */
const CLOSE = 2;
const LONGEST_STAMP = 200;
const LONGEST_LABEL = 40;
const LONGEST_BLOCK = 400;
const MOST_LINES = 6;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** "09-07 12:00" and "9月7日" with neither year nor other numbers around. */
const YEARLESS = /(?<![\d年./-])\s?(\d{1,2})(?:-|月)(\d{1,2})(?![\d/-])/;
const HAS_DATE = /\d{1,4}\D{1,12}\d{1,4}/;

interface Placed {
  date: PageDate;
  place: Place;
  called: Called | 'modified' | 'relative';
}

/** All dates that a page shows of its article: in elements that are marked as dates, and in lines by their wording. */
export function shownDates(page: WeighedBlocks, span: ArticleSpan, reading: DateReading): ShownDates {
  const placed = [...stampedDates(page, span, reading), ...tellingLines(page, span, reading)];
  const properties = page.stamps
    .filter(({ element }) => hasDateProperty(element))
    .map((stamp) => stampDate(stamp, reading))
    .filter((told) => told !== null && told.called !== 'relative')
    .map((told) => told!.date);
  const changed = placed.find(({ called }) => called === 'modified')?.date ?? null;
  const published: ShownDate[] = [];
  for (const { date, place, called } of placed) {
    if (called === 'modified' || called === 'relative') continue;
    const unsure = called === 'plain' && (place === 'text' || place === 'tail');
    if (unsure && (changed?.instant.getTime() === date.instant.getTime() || isListed(placed, place))) continue;
    if (WEIGHT[place][called] > 0) published.push({ date, weight: WEIGHT[place][called] });
  }
  return {
    published,
    property: sameDay(properties) ? properties[0]! : null,
    modified: changed,
    relative:
      placed.find(({ place, called }) => called === 'relative' && (place === 'head' || place === 'above'))?.date ??
      null,
    yearless: yearlessDays(page, span),
  };
}

function yearlessDays({ blocks }: WeighedBlocks, { head, prose }: ArticleSpan): Set<string> {
  const days = new Set<string>();
  for (const { text } of blocks.slice(head, prose + 2)) {
    const match = text.length <= LONGEST_STAMP ? YEARLESS.exec(text) : null;
    if (match) days.add(`${match[1]!.padStart(2, '0')}-${match[2]!.padStart(2, '0')}`);
  }
  return days;
}

/** Several days in one place are those of other articles. */
const isListed = (placed: readonly Placed[], where: Place): boolean =>
  !sameDay(placed.filter(({ place, called }) => place === where && called === 'plain').map(({ date }) => date));

function sameDay(dates: readonly PageDate[]): boolean {
  const days = dates.map(({ instant, offset }) => Math.floor((instant.getTime() + (offset ?? 0) * MINUTE) / DAY));
  return new Set(days).size === 1;
}

function stampedDates(page: WeighedBlocks, span: ArticleSpan, reading: DateReading): Placed[] {
  const found: Placed[] = [];
  for (const stamp of page.stamps) {
    const place = placeOf(page, span, stamp.block, stamp.marks);
    const told = place === null ? null : stampDate(stamp, reading);
    if (place !== null && told) found.push({ date: told.date, place, called: told.called ?? dateRole(stamp.element) });
  }
  return found;
}

/** Lines of the article's head, of the ends of its text, and of what follows. */
function tellingLines(page: WeighedBlocks, span: ArticleSpan, reading: DateReading): Placed[] {
  const found: Placed[] = [];
  let label = '';
  for (let index = span.far; index < page.blocks.length; index += 1) {
    const { text, marks, linked } = page.blocks[index]!;
    const place = placeOf(page, span, index, marks);
    if (place === null || (text.length > LONGEST_BLOCK && index > span.prose + 1)) continue;
    if (linked > 60 && linked > text.length / 2) continue;
    for (const line of text.split('\n', MOST_LINES)) {
      const told = HAS_DATE.test(line) ? readDateline(line, reading, label) : null;
      label = line.length <= LONGEST_LABEL ? line : '';
      if (!told || (told.kind === 'opening' && index > span.prose + 1)) continue;
      const called = told.kind === 'labelled' ? 'published' : told.kind;
      found.push({ date: told.date, place, called });
    }
  }
  return found;
}

/** Null within furniture, where dates are those of other articles or of today. */
function placeOf(page: WeighedBlocks, span: ArticleSpan, block: number, marks: readonly number[]): Place | null {
  const { headline, prose } = span;
  if (headline !== null && block >= headline - CLOSE && block <= prose) return block >= headline ? 'head' : 'above';
  if (marks.some((mark) => page.furniture.has(mark))) return null;
  if (block < span.far) return 'elsewhere';
  if (block < span.head) return 'far';
  if (block <= prose) return headline === null ? 'head' : 'above';
  if (block <= prose + LEDE) return 'lede';
  if (block < span.end) return 'text';
  return block < span.end + TAIL ? 'tail' : 'elsewhere';
}

/** The date of a marked element, by its attributes or its words, and what the words call it. */
function stampDate(
  { element }: DateStamp,
  reading: DateReading,
): { date: PageDate; called: 'modified' | 'relative' | null } | null {
  const text = briefText(element, LONGEST_STAMP);
  const told = text === null ? null : readDateline(text, reading);
  const stated = ['datetime', 'content', 'title'].map((name) => element.getAttribute(name)).find((value) => value);
  const date = statedDate(stated, reading) ?? told?.date ?? null;
  if (date) return { date, called: told?.kind === 'modified' ? 'modified' : null };
  const relative = text === null ? null : relativeDate(text, reading);
  return relative && { date: relative, called: 'relative' };
}
