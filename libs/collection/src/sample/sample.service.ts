import { Inject, Injectable } from '@nestjs/common';
import { EventBus } from '@timbre/platform';
import { CollectionGapRepository } from '../health/collection-gap.repository.js';
import { ARTICLE_INTAKE, type ArticleDraft, type ArticleIntake } from '../intake/article-intake.port.js';
import { SourceRepository } from '../sources/source.repository.js';
import { SourceService } from '../sources/source.service.js';
import { loadSample } from './load-sample.js';
import type { SampleArticle, SampleSource } from './sample-coverage.js';

const ARTICLES_PER_BATCH = 50;

@Injectable()
export class SampleService {
  constructor(
    private readonly sources: SourceRepository,
    private readonly sourceService: SourceService,
    private readonly gaps: CollectionGapRepository,
    private readonly events: EventBus,
    @Inject(ARTICLE_INTAKE) private readonly intake: ArticleIntake,
  ) {}

  /** Puts the sample in; twice has the effect of once. @returns how many articles are new */
  async load(signal: AbortSignal, progress: (done: number, total: number) => Promise<void>): Promise<number> {
    const { sources, articles } = await loadSample();
    for (const source of sources) await this.addSource(source);
    let added = 0;
    for (let from = 0; from < articles.length && !signal.aborted; from += ARTICLES_PER_BATCH) {
      const batch = articles.slice(from, from + ARTICLES_PER_BATCH);
      const outcomes = await this.intake.accept(batch.map(draftOf));
      added += outcomes.filter((outcome) => outcome.status === 'new').length;
      await progress(from + batch.length, articles.length);
    }
    return added;
  }

  /** Takes out the sample, its sources and all that was read in it. @returns how many articles went */
  async remove(): Promise<number> {
    const ids = await this.sources.sampleIds();
    if (ids.length === 0) return 0;
    const removed = await this.intake.removeSources(ids);
    for (const id of ids) await this.sources.delete(id);
    await this.events.publish('source.changed', { sourceId: ids[0] ?? '' });
    return removed;
  }

  private async addSource(source: SampleSource): Promise<void> {
    if (await this.sources.byId(source.id)) return;
    const { id, name, outlet, language, reach } = source;
    await this.sourceService.add(
      { name, kind: 'file', outlet, language, reach, fetchPages: false, enabled: true },
      { id, sample: true },
    );
    for (const gap of source.gaps) await this.gaps.record(id, new Date(gap.from), new Date(gap.to), gap.cause);
  }
}

function draftOf(article: SampleArticle): ArticleDraft {
  return {
    sourceId: article.source,
    // An address that can never exist (RFC 2606) gives each sample an identity of its own, copies included.
    canonicalUrl: sampleUrl(article),
    title: article.title,
    text: article.text,
    ...(article.byline !== undefined && { byline: article.byline }),
    lang: article.lang,
    published: new Date(article.published),
    dated: true,
    collected: new Date(article.published),
    extractor: 'sample',
  };
}

function sampleUrl(article: SampleArticle): string {
  return `https://${article.source}.example/${article.published.slice(0, 10)}/${encodeURIComponent(article.title.slice(0, 80))}`;
}
