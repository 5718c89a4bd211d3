import { Injectable } from '@nestjs/common';
import type { StoryAssigner, StoryCandidate } from './story-assigner.port.js';
import { articleSketch, createStoryIndex, LOOKUP_COUNT } from './story-index.js';
import { StorySketchRepository } from './story-sketch.repository.js';

/** Copies are looked for among articles published within so many days of each other. */
const WINDOW_DAYS = 14;
const WINDOW = WINDOW_DAYS * 86_400_000;
/** The shared index is swept once per process and so many milliseconds. */
const SWEEP_EVERY = 60_000;

/**
 * Places articles in stories by an index in the database that all processes share. Candidates come by their lowest
 * shingle hashes; the sketches kept with them decide, by the same rules as the index in memory.
 *
 * Two processes that place copies of one text at the same time wait for each other (see `lock`); copies edited so much
 * that they share none of the locked hashes may become two stories, which later copies then join each by likeness.
 */
@Injectable()
export class SharedStoryAssigner implements StoryAssigner {
  private swept = 0;

  constructor(private readonly sketches: StorySketchRepository) {}

  async assign(candidates: readonly StoryCandidate[]): Promise<ReadonlyMap<string, string>> {
    if (candidates.length === 0) return new Map();
    const sketched = candidates.map(articleSketch);
    await this.sketches.lock(sketched);
    const stories = await this.sketches.storiesOf(candidates.map(({ articleId }) => articleId));
    const fresh = candidates.filter(({ articleId }) => !stories.has(articleId));
    if (fresh.length === 0) return stories;
    const index = createStoryIndex({ windowDays: WINDOW_DAYS });
    const times = fresh.map(({ published }) => published.getTime());
    const holders = await this.sketches.holders(
      [...new Set(sketched.flatMap((sketch) => [...sketch.subarray(0, LOOKUP_COUNT)]))],
      new Date(earliest(times) - WINDOW),
      new Date(latest(times) + WINDOW),
    );
    for (const holder of holders) index.restore(holder);
    // The first article of a new story gives it its id: within a batch, the one published first.
    const ordered = [...fresh].sort(
      (a, b) => a.published.getTime() - b.published.getTime() || (a.articleId < b.articleId ? -1 : 1),
    );
    const remembered = ordered.map(({ articleId: id, title, text, published }) => {
      const { story, sketch } = index.place({ id, title, text, published });
      stories.set(id, story);
      return { id, story, published, sketch };
    });
    const now = new Date();
    await this.sketches.remember(remembered, now);
    if (now.getTime() - this.swept > SWEEP_EVERY) {
      this.swept = now.getTime();
      await this.sketches.forgetBefore(now, WINDOW_DAYS);
    }
    return stories;
  }
}

const earliest = (times: readonly number[]): number => times.reduce((a, b) => Math.min(a, b));
const latest = (times: readonly number[]): number => times.reduce((a, b) => Math.max(a, b));
