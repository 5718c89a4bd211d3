import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RereadPreview, RereadPreviewInput } from '@timbre/contracts';
import { applyCorrections } from '../corrections/apply-corrections.js';
import { CorrectionRepository } from '../corrections/correction.repository.js';
import { StoredReadingRepository } from '../corrections/stored-reading.repository.js';
import { targetNames } from '../queries/targets/target-names.js';
import { CurrentAnalysis, type PreparedAnalysis } from '../readings/current-analysis.service.js';
import { inParallel } from '../readings/in-parallel.js';
import { readingRows } from '../readings/reading-rows.js';
import { ReadingRepository, type UnreadArticle } from '../readings/reading.repository.js';
import { compareReadings, type ReadingPair } from './compare-readings.js';
import { OutdatedReadingRepository } from './outdated-reading.repository.js';

/** The sample is drawn from this many of the newest articles: what is shown should be about what people look at. */
const newest = 5_000;

interface PreviewProgress {
  signal: AbortSignal;
  progress(done: number, total?: number | null, message?: string): Promise<void>;
}

/** Reads a sample of what another version read, and says what would move. Writes nothing. */
@Injectable()
export class RereadPreviewer {
  constructor(
    private readonly outdated: OutdatedReadingRepository,
    private readonly analysis: CurrentAnalysis,
    private readonly readings: ReadingRepository,
    private readonly stored: StoredReadingRepository,
    private readonly corrections: CorrectionRepository,
  ) {}

  async run({ sample, seed }: RereadPreviewInput, { signal, progress }: PreviewProgress): Promise<RereadPreview> {
    const prepared = await this.analysis.prepare();
    const versions = { analyses: this.analysis.accepted(true), catalogue: prepared.version.catalogue };
    const articles = await this.readings.load(await this.outdated.draw(versions, sample, newest, seed));
    const pairs: ReadingPair[] = [];
    const published: number[] = [];
    let fallbacks = 0;
    await progress(0, articles.length);
    await inParallel(articles, prepared.parallel, async (article) => {
      if (signal.aborted) return;
      const { pair, fallback } = await this.pair(article, prepared);
      pairs.push(pair);
      published.push(article.published.getTime());
      if (fallback) fallbacks += 1;
      if (pairs.length % 20 === 0) {
        await progress(pairs.length, articles.length);
        await nextTurn();
      }
    });
    const { targets, ...compared } = compareReadings(pairs);
    const names = targetNames(prepared.catalogue, 'en');
    const moment = (at: number): string | null => (published.length === 0 ? null : new Date(at).toISOString());
    return {
      version: prepared.version.analysis,
      sample: pairs.length,
      outdated: await this.outdated.count(versions),
      from: moment(Math.min(...published)),
      to: moment(Math.max(...published)),
      fallbacks,
      ...compared,
      targets: targets.map((target) => ({ ...target, name: names.nameOf(target.target) })),
    };
  }

  /** Both sides with the judgements of people, as they would be shown. */
  private async pair(article: UnreadArticle, prepared: PreparedAnalysis) {
    const { reading, analysis } = await prepared.read(article);
    const before = await this.stored.rowsOf(article.id, article.published);
    const [whole] = before.mentions;
    const place = {
      articleId: article.id,
      sourceId: whole?.source_id ?? '',
      published: article.published,
      lead: whole?.lead ?? false,
    };
    const inForce = (await this.corrections.inForce([article.id])).get(article.id) ?? [];
    const after = applyCorrections(readingRows(reading, place), inForce).rows;
    return { pair: { lang: article.lang, before, after }, fallback: analysis !== prepared.version.analysis };
  }
}
