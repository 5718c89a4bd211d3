import type { ArticleSummary, Evidence, SentimentLabel } from '@timbre/contracts';
import type { SourceFacts } from '@timbre/collection';
import { scoreScale } from '../../rollups/contribution.js';
import type { ListedArticle } from './article-list.repository.js';

const signLabels = ['negative', 'neutral', 'positive'] as const;

/** Label of a stored sign −1, 0, 1. */
export const labelOfSign = (sign: number): SentimentLabel => signLabels[sign + 1] ?? 'neutral';

/** The sentence that moved the score most; null where nothing did. */
export function strongestEvidence(evidence: readonly Evidence[] | undefined): Evidence | null {
  return (evidence ?? []).reduce<Evidence | null>(
    (best, next) => (best === null || Math.abs(next.score) > Math.abs(best.score) ? next : best),
    null,
  );
}

/**
 * @param text - beginning of the reading's text, at least up to the strongest evidence.
 */
export function presentArticle(
  article: ListedArticle,
  sources: ReadonlyMap<string, SourceFacts>,
  text: string | undefined,
): ArticleSummary {
  const source = sources.get(article.sourceId);
  const strongest = strongestEvidence(article.evidence?.evidence);
  const sentence = strongest === null || text === undefined ? '' : text.slice(strongest.from, strongest.to).trim();
  return {
    id: article.id,
    title: article.title,
    url: article.url,
    sourceId: article.sourceId,
    sourceName: source?.name ?? article.sourceId,
    byline: article.byline,
    lang: article.lang,
    published: article.published.toISOString(),
    dated: article.dated,
    collected: article.collected.toISOString(),
    storyId: article.storyId,
    storySize: article.storySize,
    excerpt: article.excerpt,
    sample: source?.sample ?? false,
    state: article.state,
    score: article.score === null ? null : article.score / scoreScale,
    label: article.label === null ? null : labelOfSign(article.label),
    confidence: article.confidence,
    evidence: sentence === '' ? null : sentence.slice(0, 600).toWellFormed(),
  };
}
