import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { isConnectionTrouble } from '@timbre/platform';
import { CurrentAnalysis } from './current-analysis.service.js';
import { inParallel } from './in-parallel.js';
import { type FinishedReading, ReadingWriter } from './reading-writer.service.js';
import { ReadingRepository, type UnreadArticle } from './reading.repository.js';

export interface ReadOutcome {
  read: number;
  failed: number;
  /** Publication of the earliest and the latest article that was read. */
  from?: Date;
  to?: Date;
}

/** An article that cannot be read is tried this often. */
export const mostAttempts = 5;
const retryMs = 60_000;
/** The event loop gets a turn at least this often, so that queue locks are renewed and signals heard. */
const turnMs = 25;

/** Reads articles: loads them, runs the pure analysis, writes what it says. */
@Injectable()
export class ArticleReader {
  private readonly log = new Logger('Reading');

  constructor(
    private readonly readings: ReadingRepository,
    private readonly writer: ReadingWriter,
    private readonly analysis: CurrentAnalysis,
  ) {}

  /**
   * Reads those of the articles that the current analysis and catalogue have not read in their current text.
   * @param options.fallbacks whether articles are read again for which the scorer gave no answer
   */
  async read(
    articleIds: readonly string[],
    now: () => Date = () => new Date(),
    options: { fallbacks?: boolean } = {},
  ): Promise<ReadOutcome> {
    const prepared = await this.analysis.prepare();
    const { catalogue } = prepared.version;
    const accepted = this.analysis.accepted(options.fallbacks ?? false);
    const articles = (await this.readings.load(articleIds)).filter((one) => isUnread(one, accepted, catalogue));
    const finished: FinishedReading[] = [];
    let failed = 0;
    let turnEnds = performance.now() + turnMs;
    await inParallel(articles, prepared.parallel, async (article) => {
      try {
        const said = prepared.read(article);
        finished.push({ article, ...(said instanceof Promise ? await said : said) });
      } catch (error) {
        failed += 1;
        await this.recordFailure(article, error, now());
      }
      if (performance.now() > turnEnds) {
        await nextTurn();
        turnEnds = performance.now() + turnMs;
      }
    });
    const written = await this.write(finished, catalogue, now());
    return { read: written.read, failed: failed + written.failed, ...rangeOf(finished) };
  }

  /** Writes all at once; where the database refuses one of them, each by itself, so that one does not hold up the rest. */
  private async write(
    finished: readonly FinishedReading[],
    catalogue: number,
    now: Date,
  ): Promise<{ read: number; failed: number }> {
    if (finished.length === 0) return { read: 0, failed: 0 };
    try {
      return { read: await this.writer.write(finished, catalogue, now), failed: 0 };
    } catch (error) {
      if (isConnectionTrouble(error)) throw error;
      const [only] = finished;
      if (finished.length === 1 && only !== undefined) {
        await this.recordFailure(only.article, error, now);
        return { read: 0, failed: 1 };
      }
      const sum = { read: 0, failed: 0 };
      for (const one of finished) {
        const { read, failed } = await this.write([one], catalogue, now);
        sum.read += read;
        sum.failed += failed;
      }
      return sum;
    }
  }

  private async recordFailure(article: UnreadArticle, error: unknown, now: Date): Promise<void> {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.log.warn(`Article ${article.id} could not be read. ${reason}`);
    const due = new Date(now.getTime() + retryMs);
    await this.readings.recordFailure(article.id, article.revision, reason, mostAttempts, due);
  }
}

function isUnread(article: UnreadArticle, accepted: readonly string[], catalogue: number): boolean {
  const { state, analysisVersion, catalogueVersion } = article;
  if (state === 'excluded') return false;
  if (state !== 'read' || analysisVersion === null) return true;
  return !accepted.includes(analysisVersion) || catalogueVersion !== catalogue;
}

function rangeOf(finished: readonly FinishedReading[]): Pick<ReadOutcome, 'from' | 'to'> {
  const moments = finished.map(({ article }) => article.published.getTime());
  return moments.length === 0 ? {} : { from: new Date(Math.min(...moments)), to: new Date(Math.max(...moments)) };
}
