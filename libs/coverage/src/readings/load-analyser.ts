import { createAnalyzer, loadResources } from '@timbre/analysis';
import type { ArticleAnalyser } from './article-analyser.port.js';

/** The shipped analysis; loading its dictionaries takes about a second, so only processes that read articles do it. */
export function loadAnalyser(): ArticleAnalyser {
  const analyzer = createAnalyzer(loadResources());
  return {
    version: analyzer.version,
    prepare: (catalogue) => {
      const compiled = analyzer.compile(catalogue);
      return (input) => analyzer.analyze(input, compiled);
    },
  };
}
