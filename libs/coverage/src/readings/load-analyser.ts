import { createAnalyzer, loadResources } from '@timbre/analysis';
import { brokenScorer, createScorer, type ScorerSettings, type ScorerSurroundings } from '../scoring/create-scorer.js';
import { embeddedAnalyser, scoredAnalyser } from '../scoring/scored-analyser.js';
import type { ArticleAnalyser } from './article-analyser.port.js';

/**
 * The shipped analysis with the scorer of the settings; loading its dictionaries takes about a second, so only processes
 * that read articles do it.
 */
export async function loadAnalyser(
  settings: ScorerSettings & { scorerParallel: number },
  around: ScorerSurroundings,
): Promise<ArticleAnalyser> {
  const analyzer = createAnalyzer(loadResources());
  if (settings.scorer === 'embedded') return embeddedAnalyser(analyzer);
  const scorer = await createScorer(settings, around).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    around.warn(`Articles are scored by the embedded analysis. ${reason}`);
    return brokenScorer(settings, reason);
  });
  // A local model uses its threads for one article at a time.
  const parallel = settings.scorer === 'endpoint' ? settings.scorerParallel : 1;
  return scoredAnalyser(analyzer, scorer, around.ledger, parallel, around.log);
}
