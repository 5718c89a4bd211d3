import { Logger, Module } from '@nestjs/common';
import { CatalogueModule } from '@timbre/catalogue';
import { EgressClient, LongJobsModule, settingsToken } from '@timbre/platform';
import { CoverageSchedules } from './coverage-schedules.js';
import { CoverageModule } from './coverage.module.js';
import { ArticlePushRepository } from './pushing/article-push.repository.js';
import { AnalyzeProcessor } from './readings/analyze.processor.js';
import { ARTICLE_ANALYSER } from './readings/article-analyser.port.js';
import { ArticleReader } from './readings/article-reader.service.js';
import { CurrentAnalysis } from './readings/current-analysis.service.js';
import { loadAnalyser } from './readings/load-analyser.js';
import { ReadingNews } from './readings/reading-news.js';
import { HistoryRereader } from './rereading/history-rereader.service.js';
import { PreviewRereadProcessor } from './rereading/preview-reread.processor.js';
import { RereadPreviewer } from './rereading/reread-previewer.service.js';
import { RereadTrigger } from './rereading/reread-trigger.service.js';
import { RereadProcessor } from './rereading/reread.processor.js';
import { RetainTextsProcessor } from './retention/retain-texts.processor.js';
import { ScorerAnswerRepository } from './scoring/endpoint/scorer-answer.repository.js';
import { ScorerLedgerRepository } from './scoring/ledger/scorer-ledger.repository.js';
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
    CurrentAnalysis,
    HistoryRereader,
    PreviewRereadProcessor,
    ReadingNews,
    RereadPreviewer,
    RereadProcessor,
    RereadTrigger,
    ScorerAnswerRepository,
    RetainTextsProcessor,
    SweepProcessor,
    SweepRepository,
    Sweeper,
    {
      provide: ARTICLE_ANALYSER,
      inject: [settingsToken, EgressClient, ScorerLedgerRepository, ScorerAnswerRepository],
      useFactory: (
        settings: Parameters<typeof loadAnalyser>[0],
        egress: EgressClient,
        ledger: ScorerLedgerRepository,
        store: ScorerAnswerRepository,
      ) => {
        const log = new Logger('Scorer');
        const tell = { log: (line: string) => log.debug(line), warn: (line: string) => log.warn(line) };
        return loadAnalyser(settings, { egress, ledger, store, ...tell });
      },
    },
  ],
})
export class CoverageWorkerModule {}
