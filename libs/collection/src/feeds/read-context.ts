import { parseFeedDate } from '../dates/parse-feed-date.js';
import { textOf } from './xml-query.js';
import type { XmlElement } from './xml-tree.js';

/** What the readers of the XML formats share about one document. */
export interface ReadContext {
  /** Namespaces whose elements belong to the format itself, the root's own included, whatever it is. */
  core: readonly string[];
  /** The date of the first element that holds one. */
  date(elements: XmlElement[]): Date | null;
}

/** @param now makes relative dates readable */
export function readContext(core: readonly string[], now?: Date): ReadContext {
  return {
    core: [...new Set(core)],
    date: (elements) =>
      elements.reduce<Date | null>((found, element) => found ?? parseFeedDate(textOf(element), now), null),
  };
}
