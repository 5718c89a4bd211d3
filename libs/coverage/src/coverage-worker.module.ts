import { Module } from '@nestjs/common';
import { CatalogueModule } from '@timbre/catalogue';
import { LongJobsModule } from '@timbre/platform';
import { CoverageSchedules } from './coverage-schedules.js';
import { CoverageModule } from './coverage.module.js';
import { ArticlePushRepository } from './pushing/article-push.repository.js';
import { AnalyzeProcessor } from './readings/analyze.processor.js';
import { ARTICLE_ANALYSER } from './readings/article-analyser.port.js';
import { ArticleReader } from './readings/article-reader.service.js';
import { loadAnalyser } from './readings/load-analyser.js';
import { ReadingNews } from './readings/reading-news.js';
import { HistoryRereader } from './rereading/history-rereader.service.js';
import { OutdatedReadingRepository } from './rereading/outdated-reading.repository.js';
import { RereadTrigger } from './rereading/reread-trigger.service.js';
import { RereadProcessor } from './rereading/reread.processor.js';
import { SweepProcessor } from './sweeping/sweep.processor.js';
import { SweepRepository } from './sweeping/sweep.repository.js';
import { Sweeper } from './sweeping/sweeper.service.js';

/** Reading articles; only worker processes import it, because it loads the analysis. */
@Module({
  imports: [CoverageModule, CatalogueModule, LongJobsModule],
  providers: [
    AnalyzeProcessor,
    ArticlePushRepository,
    ArticleReader,
    CoverageSchedules,
    HistoryRereader,
    OutdatedReadingRepository,
    ReadingNews,
    RereadProcessor,
    RereadTrigger,
    SweepProcessor,
    SweepRepository,
    Sweeper,
    { provide: ARTICLE_ANALYSER, useFactory: loadAnalyser },
  ],
})
export class CoverageWorkerModule {}
