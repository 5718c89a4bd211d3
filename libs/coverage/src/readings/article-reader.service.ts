import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { CatalogueService } from '@timbre/catalogue';
import type { AnalysisInput, Reading } from '@timbre/contracts';
import { isConnectionTrouble } from '@timbre/platform';
import { ARTICLE_ANALYSER, type ArticleAnalyser } from './article-analyser.port.js';
import { type FinishedReading, ReadingWriter, type ReadingVersion } from './reading-writer.service.js';
import { ReadingRepository, type UnreadArticle } from './reading.repository.js';
import { requireSound } from './sound-reading.js';

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
  private prepared: { version: number; read: (input: AnalysisInput) => Reading } | undefined;

  constructor(
    private readonly readings: ReadingRepository,
    private readonly writer: ReadingWriter,
    private readonly catalogues: CatalogueService,
    @Inject(ARTICLE_ANALYSER) private readonly analyser: ArticleAnalyser,
  ) {}

  /** The versions with which this process reads now. */
  async version(): Promise<ReadingVersion> {
    return { analysis: this.analyser.version, catalogue: (await this.catalogues.current()).version };
  }

  /** Reads those of the articles that the current analysis and catalogue have not read in their current text. */
  async read(articleIds: readonly string[], now: () => Date = () => new Date()): Promise<ReadOutcome> {
    const { version: catalogueVersion, catalogue } = await this.catalogues.current();
    if (this.prepared?.version !== catalogueVersion) {
      this.prepared = { version: catalogueVersion, read: this.analyser.prepare(catalogue) };
    }
    const { read } = this.prepared;
    const version = { analysis: this.analyser.version, catalogue: catalogueVersion };
    const articles = (await this.readings.load(articleIds)).filter((article) => isUnread(article, version));
    const finished: FinishedReading[] = [];
    let failed = 0;
    let turnEnds = performance.now() + turnMs;
    for (const article of articles) {
      try {
        finished.push({ article, reading: requireSound(read(analysisInput(article))) });
      } catch (error) {
        failed += 1;
        await this.recordFailure(article, error, now());
      }
      if (performance.now() > turnEnds) {
        await nextTurn();
        turnEnds = performance.now() + turnMs;
      }
    }
    const written = await this.write(finished, version, now());
    return { read: written.read, failed: failed + written.failed, ...rangeOf(finished) };
  }

  /** Writes all at once; where the database refuses one of them, each by itself, so that one does not hold up the rest. */
  private async write(
    finished: readonly FinishedReading[],
    version: ReadingVersion,
    now: Date,
  ): Promise<{ read: number; failed: number }> {
    if (finished.length === 0) return { read: 0, failed: 0 };
    try {
      return { read: await this.writer.write(finished, version, now), failed: 0 };
    } catch (error) {
      if (isConnectionTrouble(error)) throw error;
      const [only] = finished;
      if (finished.length === 1 && only !== undefined) {
        await this.recordFailure(only.article, error, now);
        return { read: 0, failed: 1 };
      }
      const sum = { read: 0, failed: 0 };
      for (const one of finished) {
        const { read, failed } = await this.write([one], version, now);
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

function isUnread(article: UnreadArticle, { analysis, catalogue }: ReadingVersion): boolean {
  if (article.state === 'excluded') return false;
  return article.state !== 'read' || article.analysisVersion !== analysis || article.catalogueVersion !== catalogue;
}

const analysisInput = ({ id, title, text, lang, url, published }: UnreadArticle): AnalysisInput => ({
  id,
  text,
  title,
  published: published.toISOString(),
  ...(lang === 'und' ? {} : { lang }),
  ...(url === null ? {} : { url }),
});

function rangeOf(finished: readonly FinishedReading[]): Pick<ReadOutcome, 'from' | 'to'> {
  const moments = finished.map(({ article }) => article.published.getTime());
  return moments.length === 0 ? {} : { from: new Date(Math.min(...moments)), to: new Date(Math.max(...moments)) };
}
