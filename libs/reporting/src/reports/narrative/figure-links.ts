import type { CoverageFilter } from '@timbre/contracts';

/** A piece of a sentence; a figure leads to the articles that were counted. */
export interface Fragment {
  text: string;
  href: string | null;
}

export type Sentence = readonly Fragment[];

// Private characters around a figure and before the number of its question; they never reach a reader.
const [open, middle, close] = ['\uE000', '\uE001', '\uE002'];
const marks = /[\uE000-\uE002]/g;
const marked = /\uE000(\d+)\uE001([^\uE002]*)\uE002/g;

/** Names and titles come from outside and must not look like our marks. */
export const unmarked = (text: string): string => text.replace(marks, '');

/** Sentences are made by templates of words; the links of the figures in them travel as marks and are cut out afterwards. */
export class FigureLinks {
  private readonly addresses: string[] = [];

  /** A figure that leads to this address. */
  mark(figure: string, address: string): string {
    let index = this.addresses.indexOf(address);
    if (index < 0) index = this.addresses.push(address) - 1;
    return `${open}${index}${middle}${figure}${close}`;
  }

  sentence(text: string): Sentence {
    const fragments: Fragment[] = [];
    let end = 0;
    for (const found of text.matchAll(marked)) {
      if (found.index > end) fragments.push({ text: text.slice(end, found.index), href: null });
      fragments.push({ text: found[2] ?? '', href: this.addresses[Number(found[1])] ?? null });
      end = found.index + found[0].length;
    }
    if (end < text.length) fragments.push({ text: text.slice(end), href: null });
    return fragments;
  }
}

export const plainSentence = (sentence: Sentence): string => sentence.map(({ text }) => text).join('');

/** The part of the filter's address that the web app reads. */
export function filterSearch(filter: Partial<CoverageFilter>): string {
  const { from, to, targets, sources, languages, labels, aspects, speakers, unit } = filter;
  const search = new URLSearchParams();
  const set = (name: string, value: string | readonly string[] | undefined): void => {
    const text = typeof value === 'string' ? value : (value ?? []).join(',');
    if (text !== '') search.set(name, text);
  };
  set('from', from);
  set('to', to);
  set(
    'targets',
    targets?.filter((target) => target !== 'all'),
  );
  set('sources', sources);
  set('languages', languages);
  set('labels', labels);
  set('aspects', aspects);
  set('speakers', speakers);
  set('unit', unit === 'stories' ? undefined : unit);
  return search.toString();
}
