import { Inject, Injectable } from '@nestjs/common';
import { CatalogueService } from '@timbre/catalogue';
import type { AnalysisInput, Catalogue, Reading } from '@timbre/contracts';
import { ARTICLE_ANALYSER, type ArticleAnalyser, type ReadArticle } from './article-analyser.port.js';
import type { ReadingVersion } from './reading-writer.service.js';
import type { UnreadArticle } from './reading.repository.js';
import { requireSound } from './sound-reading.js';

/** The analysis with the catalogue of now. */
export interface PreparedAnalysis {
  version: ReadingVersion;
  catalogue: Catalogue;
  /** Articles that are worth reading at a time. */
  parallel: number;
  /** @throws UnsoundReadingError, or what the analysis throws; also while it is being called. */
  read(
    article: UnreadArticle,
  ): { reading: Reading; analysis: string } | Promise<{ reading: Reading; analysis: string }>;
}

/** Knows the versions with which this process reads, and keeps the catalogue ready. */
@Injectable()
export class CurrentAnalysis {
  private prepared: { version: number; read: ReadArticle } | undefined;

  constructor(
    private readonly catalogues: CatalogueService,
    @Inject(ARTICLE_ANALYSER) private readonly analyser: ArticleAnalyser,
  ) {}

  async version(): Promise<ReadingVersion> {
    return { analysis: this.analyser.version, catalogue: (await this.catalogues.current()).version };
  }

  /** What runs here, for those who do not load it. */
  get running(): Pick<ArticleAnalyser, 'version' | 'scorer' | 'fallback'> {
    const { version, scorer, fallback } = this.analyser;
    return { version, scorer, fallback };
  }

  /**
   * Versions of the analysis whose readings need not be made again.
   * @param fallbacks whether readings that lack an answer of the scorer are to be made again too
   */
  accepted(fallbacks: boolean): string[] {
    const { version, fallback } = this.analyser;
    return fallback === null || fallbacks ? [version] : [version, fallback];
  }

  async prepare(): Promise<PreparedAnalysis> {
    const { version, catalogue } = await this.catalogues.current();
    if (this.prepared?.version !== version) this.prepared = { version, read: this.analyser.prepare(catalogue) };
    const { read } = this.prepared;
    const finished = (reading: Reading) => ({
      reading: requireSound(reading),
      analysis: reading.version === this.analyser.fallback ? reading.version : this.analyser.version,
    });
    return {
      version: { analysis: this.analyser.version, catalogue: version },
      catalogue,
      parallel: this.analyser.parallel,
      read: (article) => {
        const reading = read(analysisInput(article));
        // The embedded analysis answers at once: thousands of articles a second are not to wait for a promise each.
        return reading instanceof Promise ? reading.then(finished) : finished(reading);
      },
    };
  }
}

const analysisInput = ({ id, title, text, lang, url, published }: UnreadArticle): AnalysisInput => ({
  id,
  text,
  title,
  published: published.toISOString(),
  ...(lang === 'und' ? {} : { lang }),
  ...(url === null ? {} : { url }),
});
