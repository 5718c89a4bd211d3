import type { SourcePreview } from '@timbre/contracts';
import type { KeyedEntry } from '../entries/announced-entry.js';
import type { RejectedItem } from './map-json-items.js';

const SHOWN = 10;
const SHOWN_TEXT = 400;

/** The first entries of a trial, as people see them. */
export function presentTrial(entries: readonly KeyedEntry[], rejected: readonly RejectedItem[]): SourcePreview {
  return {
    entries: entries.slice(0, SHOWN).map(({ announced }) => ({
      title: announced.title,
      url: announced.url,
      text: announced.text.slice(0, SHOWN_TEXT).toWellFormed(),
      published: announced.published,
      seen: announced.seen ?? null,
      byline: announced.byline,
      lang: announced.lang,
      outlet: announced.outlet ?? null,
    })),
    total: entries.length,
    rejected: rejected.slice(0, 100).map(({ item }) => item),
  };
}
