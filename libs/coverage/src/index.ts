export { CoverageHttpModule } from './coverage-http.module.js';
export { CoverageModule } from './coverage.module.js';
export { CoverageWorkerModule } from './coverage-worker.module.js';
export { coverageMigrations } from './migrations/index.js';
export { PublicationPartitionRepository } from './partitions/publication-partition.repository.js';
export { type AskedAs, CoverageQueries } from './queries/coverage-queries.service.js';
export { CoverageStreams, type MentionRow } from './queries/streams/coverage-streams.service.js';
export { standaloneAnalysis } from './scoring/standalone-analysis.js';
export { type RollupVerification, RollupVerifier } from './verification/rollup-verification.service.js';
