import { PostingTable } from './posting-table.js';
import { sketchContainment } from './sketch-containment.js';
import { SketchStore } from './sketch-store.js';
import { KEY_COUNT, type StorySketch, storySketch } from './story-sketch.js';

const DAY = 86_400_000;
/** Entries of a new sketch that are looked up: enough to find a text four times as long or short. */
export const LOOKUP_COUNT = 64;
/** Candidates compared with a new article, those with the most common keys first. */
const MOST_COMPARED = 24;
/** One text is a copy when the other contains this share of its shingles. */
const COPY = 0.7;
/** The shorter text must be at least this share of the longer: a teaser is a copy, a notice inside an article is not. */
const LEAST_SIZE_RATIO = 0.08;
/** An article this alike to one that is indexed brings nothing new to find later copies by. */
const SAME = 0.95;
const SAME_WITHIN = 3 * DAY;
/** The window is swept when this many articles came since, or half of what is kept. */
const SWEEP_AFTER = 8192;

export interface StoryIndexOptions {
  /** Copies are looked for among articles published within so many days of each other; 14 unless told. */
  windowDays?: number;
}

/** An article as the index takes it. */
export interface IndexedArticle {
  id: string;
  text: string;
  /** Read together with texts too short to be told apart. */
  title?: string | null;
  /** Without one the article counts as published when the newest so far was. */
  published?: Date | null;
}

/** An article that an earlier run of the index has placed. */
export interface PlacedSketch {
  id: string;
  story: string;
  published: Date;
  sketch: StorySketch;
}

export interface StoryIndex {
  /** Places an article and returns the id of its story: that of the story's first article. Same id, same answer. */
  add(article: IndexedArticle): string;
  /** The same, and the sketch to keep, or null when an article just like it is kept already. */
  place(article: IndexedArticle): { story: string; sketch: StorySketch | null };
  /** Takes up an article that was placed before. */
  restore(placed: PlacedSketch): void;
  /** Articles that can be found. */
  readonly size: number;
}

/** The sketch by which an article is compared. */
export function articleSketch({ text, title }: Pick<IndexedArticle, 'text' | 'title'>): StorySketch {
  const sketch = storySketch(text);
  return sketch.length > 1 || !title ? sketch : storySketch(`${title}\n${text}`);
}

/**
 * An incremental index of near copies within a sliding window of publication dates. Candidates share one of the lowest
 * shingle hashes (MinHash keys); sketches then estimate how much of the shorter text the longer one contains. Time per
 * article does not depend on the size of the window; 200,000 articles take some 150 MB.
 *
 * @example
 * const stories = createStoryIndex();
 * stories.add({ id: 'a', text, published }); // 'a'
 * stories.add({ id: 'b', text: text.toUpperCase(), published }); // 'a'
 */
export function createStoryIndex({ windowDays = 14 }: StoryIndexOptions = {}): StoryIndex {
  const window = windowDays * DAY;
  let sketches = new SketchStore();
  let postings = new PostingTable();
  let stories: string[] = [];
  let times: number[] = [];
  const placed = new Map<string, { story: string; time: number }>();
  let newest = -Infinity;
  let sinceSweep = 0;

  function keep(sketch: Uint32Array, story: string, time: number): void {
    const slot = sketches.push(sketch);
    stories[slot] = story;
    times[slot] = time;
    for (const key of sketch.subarray(0, KEY_COUNT)) postings.add(key, slot);
  }

  function bestMatch(sketch: Uint32Array, time: number): { slot: number; smaller: number; larger: number } | null {
    const hits = [...postings.count(sketch.subarray(0, LOOKUP_COUNT))]
      .filter(([slot]) => Math.abs(times[slot]! - time) <= window)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_COMPARED);
    let best: { slot: number; smaller: number; larger: number } | null = null;
    for (const [slot] of hits) {
      const { smaller, larger } = sketchContainment(sketch, sketches.at(slot));
      if (smaller < COPY || larger < smaller * LEAST_SIZE_RATIO) continue;
      const closer = best === null || smaller > best.smaller || (smaller === best.smaller && larger > best.larger);
      if (closer) best = { slot, smaller, larger };
    }
    return best;
  }

  /** Drops what has left the window. Costs as much as it keeps, and comes once for every half of that. */
  function sweep(): void {
    sinceSweep = 0;
    const horizon = newest - window;
    const old = { sketches, stories, times };
    sketches = new SketchStore();
    postings = new PostingTable();
    stories = [];
    times = [];
    for (const [slot, time] of old.times.entries()) {
      if (time >= horizon) keep(old.sketches.at(slot), old.stories[slot]!, time);
    }
    for (const [id, { time }] of placed) if (time < horizon) placed.delete(id);
  }

  function place(article: IndexedArticle): { story: string; sketch: StorySketch | null } {
    const known = placed.get(article.id);
    if (known) return { story: known.story, sketch: null };
    const time = article.published?.getTime() ?? (newest === -Infinity ? 0 : newest);
    newest = Math.max(newest, time);
    sinceSweep += 1;
    if (sinceSweep > SWEEP_AFTER && sinceSweep > times.length / 2) sweep();
    const sketch = articleSketch(article);
    const match = bestMatch(sketch, time);
    const story = match ? stories[match.slot]! : article.id;
    placed.set(article.id, { story, time });
    const same = match !== null && match.larger >= SAME && Math.abs(times[match.slot]! - time) <= SAME_WITHIN;
    if (same || sketch.length === 0) return { story, sketch: null };
    keep(sketch, story, time);
    return { story, sketch };
  }

  return {
    place,
    add: (article) => place(article).story,
    restore: ({ id, story, published, sketch }) => {
      placed.set(id, { story, time: published.getTime() });
      newest = Math.max(newest, published.getTime());
      keep(sketch, story, published.getTime());
    },
    get size() {
      return times.length;
    },
  };
}
