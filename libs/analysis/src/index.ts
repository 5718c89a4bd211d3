export { compileCatalogue, type CatalogueProblem, type CompiledCatalogue } from './catalogue/compile-catalogue.js';
export { annotate, type AnnotateOptions, type TextResources } from './document/annotate.js';
export { loadTextResources } from './load-text-resources.js';
export { parseQuery } from './query/parse-query.js';
export { TopicQueryError } from './query/topic-query-error.js';
