import { Injectable } from '@nestjs/common';
import type { StoryPage, StoryQuery } from '@timbre/contracts';
import { decodeCursor, encodeCursor } from '@timbre/platform';
import { z } from 'zod';
import { scoreScale } from '../../rollups/contribution.js';
import { Measures } from '../measures/measures.service.js';
import { resolveFilter } from '../range/resolve-filter.js';
import { type AfterStory, StoryListRepository } from './story-list.repository.js';

const cursorParts = z.tuple([z.int(), z.iso.datetime(), z.uuid()]);

/** Lists stories with how far they spread and how their prints differ in tone. */
@Injectable()
export class StoryListService {
  constructor(
    private readonly repository: StoryListRepository,
    private readonly measures: Measures,
  ) {}

  /** @throws InvalidInputError for a cursor of another list. */
  async page(query: StoryQuery, now: Date): Promise<StoryPage> {
    const { cursor, order, least, limit } = query;
    const [found, sources] = await Promise.all([
      this.repository.page({
        filter: resolveFilter(query, now),
        order,
        least,
        limit: limit + 1,
        after: cursor === undefined ? undefined : afterOf(cursor),
      }),
      this.measures.sources(),
    ]);
    const facts = new Map(sources.map((source) => [source.id, source]));
    const outletOf = (id: string): string => facts.get(id)?.family ?? facts.get(id)?.outlet ?? id;
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ sources: printedBy, sourceId, first, last: latest, ...story }) => ({
        ...story,
        firstSourceName: facts.get(sourceId)?.name ?? sourceId,
        sample: facts.get(sourceId)?.sample ?? false,
        first: first.toISOString(),
        last: latest.toISOString(),
        outlets: new Set(printedBy.map(outletOf)).size,
        score: story.score / scoreScale,
        lowest: story.lowest / scoreScale,
        highest: story.highest / scoreScale,
      })),
      next:
        found.length > limit && last !== undefined
          ? encodeCursor([last.articles, last.last.toISOString(), last.id])
          : null,
      total: null,
    };
  }
}

function afterOf(cursor: string): AfterStory {
  const [articles, last, id] = decodeCursor(cursorParts, cursor);
  return { articles, last: new Date(last), id };
}
