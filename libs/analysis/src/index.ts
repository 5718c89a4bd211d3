export { createAnalyzer, type AnalysisResources, type Analyzer, type ReadingDraft } from './analyze.js';
export { compileCatalogue, type CatalogueProblem, type CompiledCatalogue } from './catalogue/compile-catalogue.js';
export { loadDefaultCatalogue } from './catalogue/load-default-catalogue.js';
export { annotate, type AnnotateOptions, type TextResources } from './document/annotate.js';
export { loadResources } from './load-resources.js';
export { loadTextResources } from './load-text-resources.js';
export { parseQuery } from './query/parse-query.js';
export { createTopicTest, type TopicTest } from './query/topic-test.js';
export { TopicQueryError } from './query/topic-query-error.js';
export { type EvaluationReport, reportOf } from './evaluation/evaluation-report.js';
export { isForReporting, isHeldOutSentence } from './evaluation/held-out.js';
export { inputOf, type Judgement, judgeReading } from './evaluation/judge-reading.js';
export { labelledRow, type LabelledRow } from './evaluation/labelled-row.js';
export { pairedBootstrap, type PairedItem } from './evaluation/paired-bootstrap.js';
export { confusionLines, reportTable } from './evaluation/report-table.js';
export { shippedStatementFolder } from './evaluation/statement-folder.js';
export type { LabelledTarget } from './learned/labelled-target.js';
export { shippedModelFolder } from './learned/load-model.js';
export { serializeModel } from './learned/model-file.js';
export { parseSentences } from './learned/parse-sentences.js';
export { shippedSentenceFolder } from './learned/sentence-folder.js';
export { defaultTrainOptions } from './learned/train-options.js';
export { type LabelledSet, trainSentiment } from './learned/train-sentiment.js';
export { readOutputs } from './scoring/class-probabilities.js';
export { embeddedScorer } from './scoring/embedded-scorer.js';
export { readEndpointAnswer } from './scoring/endpoint-answer.js';
export { endpointQuestion, endpointRevision } from './scoring/endpoint-request.js';
export {
  fallbackVersion,
  scoredVersion,
  type Scorer,
  type ScorerAnswer,
  ScorerError,
  type ScorerFailure,
  type ScoringCase,
} from './scoring/scorer.js';
export { type LocalModelKind, localModelKinds, sentenceQuestions } from './scoring/sentence-questions.js';
export { sentenceScores } from './scoring/sentence-scores.js';
