import type { Provider } from '@nestjs/common';
import { CorrectionRepository } from './corrections/correction.repository.js';
import { CorrectionService } from './corrections/correction.service.js';
import { StoredReadingRepository } from './corrections/stored-reading.repository.js';
import { ArticleIntakeService } from './intake/article-intake.service.js';
import { ArticleRepository } from './intake/article.repository.js';
import { PublicationPartitionRepository } from './partitions/publication-partition.repository.js';
import { AnalysisRequests } from './readings/analysis-requests.js';
import { MentionRepository } from './readings/mention.repository.js';
import { ReadingWriter } from './readings/reading-writer.service.js';
import { ReadingRepository } from './readings/reading.repository.js';
import { StatementRepository } from './readings/statement.repository.js';
import { OutdatedReadingRepository } from './rereading/outdated-reading.repository.js';
import { RunningAnalysisRepository } from './rereading/running-analysis.repository.js';
import { ArticleRemovalRepository } from './removal/article-removal.repository.js';
import { ArticleRemoval } from './removal/article-removal.service.js';
import { TextRetentionRepository } from './retention/text-retention.repository.js';
import { TextRetention } from './retention/text-retention.service.js';
import { RollupRepository } from './rollups/rollup.repository.js';
import { ScorerLedgerRepository } from './scoring/ledger/scorer-ledger.repository.js';
import { StoryLeads } from './stories/story-leads.service.js';
import { StoryRepository } from './stories/story.repository.js';
import { RollupVerificationRepository } from './verification/rollup-verification.repository.js';
import { RollupVerifier } from './verification/rollup-verification.service.js';

/** Everything that writes coverage, without what runs in workers only. */
export const writingProviders: Provider[] = [
  ArticleIntakeService,
  ArticleRemoval,
  ArticleRemovalRepository,
  ArticleRepository,
  AnalysisRequests,
  CorrectionRepository,
  CorrectionService,
  MentionRepository,
  OutdatedReadingRepository,
  PublicationPartitionRepository,
  ReadingRepository,
  ReadingWriter,
  RollupRepository,
  RollupVerificationRepository,
  RollupVerifier,
  RunningAnalysisRepository,
  ScorerLedgerRepository,
  StatementRepository,
  StoredReadingRepository,
  StoryLeads,
  StoryRepository,
  TextRetention,
  TextRetentionRepository,
];
