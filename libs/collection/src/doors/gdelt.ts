import type { GdeltOptions } from '@timbre/contracts';
import { z } from 'zod';
import { type KeyedEntry, keyedEntry } from '../entries/announced-entry.js';
import { DoorError } from './door-error.js';
import type { Door, DoorRequest, DoorVisit } from './door.js';
import { gdeltLanguageTag } from './gdelt-language.js';

const DOC_API = 'https://api.gdeltproject.org/api/v2/doc/doc';
/** The most that the API gives for one question. */
const MOST_RECORDS = 250;
/** GDELT publishes what it saw in slots of a quarter of an hour. */
const SLOT = 900_000;
/** Slots are filled late at times: each visit looks again at the last hour of the one before. */
const OVERLAP = 4 * SLOT;
const HOUR = 3_600_000;
/** Unanswered questions would leave holes: a long outage is made up for in several visits only beyond this. */
const MOST_PAGES = 40;

const answer = z.object({
  articles: z
    .array(
      z.object({
        url: z.string().min(1).max(8192),
        title: z.string().default(''),
        /** When GDELT saw it, `20260301T101500Z`: not when it was published. */
        seendate: z.string().default(''),
        domain: z.string().default(''),
        language: z.string().default(''),
      }),
    )
    .default([]),
});

/** The address that a GDELT source is known by: its question without a time. */
export function gdeltAddress(options: GdeltOptions): string {
  const url = new URL(options.endpoint ?? DOC_API);
  const language = options.language === undefined ? '' : ` sourcelang:${options.language.toLowerCase()}`;
  url.searchParams.set('query', `${options.query}${language}`);
  url.searchParams.set('mode', 'ArtList');
  url.searchParams.set('format', 'json');
  return url.href;
}

/**
 * GDELT's list of articles (DOC 2.0, mode ArtList) between two moments, newest first. A full answer is followed by a
 * question for what is older than its oldest article; the order of pages thus never skips a slot that fits one answer.
 */
export function gdelt(options: GdeltOptions): Door {
  const asking = (from: Date, to: Date): DoorRequest => {
    const url = new URL(gdeltAddress(options));
    url.searchParams.set('maxrecords', String(MOST_RECORDS));
    url.searchParams.set('sort', 'DateDesc');
    url.searchParams.set('startdatetime', gdeltTime(from));
    url.searchParams.set('enddatetime', gdeltTime(to));
    return { url: url.href };
  };
  return {
    maxPages: MOST_PAGES,
    pauseMs: options.endpoint === undefined ? 5_000 : 0,
    endsWithKnown: false,
    first: (visit) => asking(windowStart(options, visit), slotAfter(visit.now)),
    read(document, request) {
      const parsed = answer.safeParse(document);
      if (!parsed.success)
        throw new DoorError('door.no_items', 'GDELT answered without a list of articles. Is the address its DOC API?');
      const { articles } = parsed.data;
      const entries = articles.map((article) => announcement(article, options.splitOutlets));
      return { entries, rejected: [], next: articles.length < MOST_RECORDS ? null : older(request, articles) };
    },
  };

  function older(request: DoorRequest, articles: readonly { seendate: string }[]): DoorRequest | null {
    const asked = new URL(request.url).searchParams;
    const [from, to] = [seenAt(asked.get('startdatetime') ?? ''), seenAt(asked.get('enddatetime') ?? '')];
    const seen = articles.flatMap(({ seendate }) => seenAt(seendate)?.getTime() ?? []);
    if (from === null || to === null || seen.length === 0) return null;
    const oldest = Math.min(...seen);
    // A slot with more than fits: what lies beyond in it cannot be asked for.
    const end = oldest < to.getTime() ? oldest : to.getTime() - SLOT;
    return end > from.getTime() ? asking(from, new Date(end)) : null;
  }
}

function windowStart(options: GdeltOptions, { now, lastSuccess }: DoorVisit): Date {
  const earliest = now.getTime() - options.lookbackHours * HOUR;
  if (lastSuccess === null) return new Date(earliest);
  return new Date(Math.floor((lastSuccess.getTime() - OVERLAP) / SLOT) * SLOT);
}

const slotAfter = (now: Date): Date => new Date(Math.ceil(now.getTime() / SLOT) * SLOT);

function announcement(article: z.output<typeof answer>['articles'][number], splitOutlets: boolean): KeyedEntry {
  const seen = seenAt(article.seendate);
  const outlet = article.domain.toLowerCase().replace(/^www\./, '');
  return keyedEntry(article.url, {
    url: article.url,
    title: joinedPunctuation(article.title),
    text: '',
    byline: null,
    published: null,
    lang: gdeltLanguageTag(article.language),
    ...(splitOutlets && outlet !== '' && { outlet }),
    ...(seen !== null && { seen: seen.toISOString() }),
  });
}

/** GDELT sets spaces before punctuation: "OpenAI : a plan , at last". */
const joinedPunctuation = (title: string): string =>
  title
    .replace(/ ([,.:;!?%)\]])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

/** `20260301T101500Z` or `20260301101500`. */
function seenAt(text: string): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)Z?$/.exec(text.trim());
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  const at = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second));
  return at.getUTCDate() === day && at.getUTCHours() === hour ? at : null;
}

const gdeltTime = (at: Date): string => at.toISOString().slice(0, 19).replace(/[-:T]/g, '');
