export { createAnalyzer, type AnalysisResources, type Analyzer } from './analyze.js';
export { compileCatalogue, type CatalogueProblem, type CompiledCatalogue } from './catalogue/compile-catalogue.js';
export { loadDefaultCatalogue } from './catalogue/load-default-catalogue.js';
export { annotate, type AnnotateOptions, type TextResources } from './document/annotate.js';
export { loadResources } from './load-resources.js';
export { loadTextResources } from './load-text-resources.js';
export { parseQuery } from './query/parse-query.js';
export { createTopicTest, type TopicTest } from './query/topic-test.js';
export { TopicQueryError } from './query/topic-query-error.js';
