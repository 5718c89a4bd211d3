import { Injectable } from '@nestjs/common';
import type { ContributingStory, TargetRef } from '@timbre/contracts';
import { Measures } from '../measures/measures.service.js';
import type { ResolvedFilter } from '../range/resolve-filter.js';
import { contributingStoriesOf } from './contributing-stories-of.js';
import { ContributingStoryRepository } from './contributing-story.repository.js';

/** A change that wants explaining. */
export interface ExplainedChange {
  target: string;
  meanBefore: number;
  /** Its sign; stories that pull the other way follow. */
  change: number;
  /** Mentions of the target in the range, in the filter's unit. */
  n: number;
}

interface Looking {
  /** Stories per change. */
  most: number;
  /** Mentions looked at per target, newest first. */
  newest: number;
}

/** More mentions of one target than this are not read for its stories. */
const newestOfOne = 50_000;

/** Answers "which stories did that?". */
@Injectable()
export class ContributingStories {
  constructor(
    private readonly repository: ContributingStoryRepository,
    private readonly measures: Measures,
  ) {}

  /**
   * Stories of the filter's range that moved the mean score of the target away from `meanBefore`, strongest first.
   * Contributions of all stories add up to the change; in articles, a story weighs as often as it was printed.
   */
  async of(
    filter: ResolvedFilter,
    target: TargetRef,
    { most, ...change }: Omit<ExplainedChange, 'target'> & { most: number },
  ): Promise<ContributingStory[]> {
    const [stories = []] = await this.ofEach(filter, [{ target, ...change }], { most, newest: newestOfOne });
    return stories;
  }

  /** The same for several changes at once, in their order. */
  async ofEach(
    filter: ResolvedFilter,
    changes: readonly ExplainedChange[],
    { most, newest }: Looking,
  ): Promise<ContributingStory[][]> {
    const half = Math.max(1, Math.floor(most / 3));
    const questions = changes.flatMap(({ target, change }, index) => [
      { index, target, direction: change < 0 ? ('down' as const) : ('up' as const), most },
      { index, target, direction: change < 0 ? ('up' as const) : ('down' as const), most: half },
    ]);
    const [rows, sources] = await Promise.all([
      this.repository.extremes(filter, questions, newest),
      this.measures.sources(),
    ]);
    const names = new Map(sources.map(({ id, name }) => [id, name]));
    return changes.map((change, index) =>
      contributingStoriesOf(
        rows.filter(({ question }) => questions[question]?.index === index),
        { ...change, most, unit: filter.unit, sourceNameOf: (id) => names.get(id) ?? id },
      ),
    );
  }
}
