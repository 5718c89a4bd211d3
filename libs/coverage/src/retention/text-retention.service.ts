import { Inject, Injectable } from '@nestjs/common';
import { SOURCE_DIRECTORY, type SourceDirectory } from '@timbre/collection';
import { Database } from '@timbre/platform';
import { chosenExcerpts } from '../excerpts/chosen-excerpts.js';
import { maskText } from '../excerpts/mask-text.js';
import { searchVector } from '../search/search-vector.js';
import { type ExpiredText, type RemovedText, TextRetentionRepository } from './text-retention.repository.js';

const batchSize = 100;
const dayMs = 86_400_000;

/**
 * Removes texts whose source keeps them for some days only. Scores, mentions, quotes and the sentences behind the
 * strongest scores stay, at their old offsets, so that every number still opens and adds up.
 */
@Injectable()
export class TextRetention {
  constructor(
    private readonly database: Database,
    private readonly texts: TextRetentionRepository,
    @Inject(SOURCE_DIRECTORY) private readonly sources: SourceDirectory,
  ) {}

  /** May be run again at any point. @returns how many texts went */
  async run(now: Date, signal?: AbortSignal): Promise<number> {
    let removed = 0;
    for (const { id, retentionDays } of await this.sources.all()) {
      if (!retentionDays) continue;
      const before = new Date(now.getTime() - retentionDays * dayMs);
      for (let batch = batchSize; batch === batchSize && signal?.aborted !== true; removed += batch)
        batch = await this.removeBatch(id, before, now);
    }
    return removed;
  }

  private removeBatch(sourceId: string, before: Date, now: Date): Promise<number> {
    return this.database.transaction(async () => {
      const expired = await this.texts.expired(sourceId, before, batchSize);
      if (expired.length > 0) await this.texts.replace(expired.map(removedText), now);
      return expired.length;
    });
  }
}

function removedText({ id, title, readingText, rewritten, evidence }: ExpiredText): RemovedText {
  const titleEnd = !rewritten && title !== '' ? title.length + 1 : 0;
  const sentences = evidence.filter(({ from }) => from >= titleEnd);
  const masked = maskText(
    readingText.slice(titleEnd),
    shifted(chosenExcerpts(sentences, readingText.length), titleEnd),
  );
  return {
    id,
    text: rewritten ? '' : masked,
    reading_text: rewritten ? masked : null,
    search: searchVector(title, ''),
  };
}

const shifted = (spans: readonly { from: number; to: number }[], by: number) =>
  spans.map(({ from, to }) => ({ from: from - by, to: to - by }));
