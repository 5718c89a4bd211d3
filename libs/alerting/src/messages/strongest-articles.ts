import type { AlertInput, AlertRuleInput, ArticleSummary } from '@timbre/contracts';

const most = 10;

/**
 * The articles that pulled the value to where it is, at most one per story: the most negative ones when tone fell, the
 * most positive ones when it rose, the most reprinted ones when it is about volume.
 */
export function strongestArticles(
  articles: readonly ArticleSummary[],
  { series, condition }: Pick<AlertRuleInput, 'series' | 'condition'>,
  input: AlertInput | null,
): ArticleSummary[] {
  const byStory = new Map<string, ArticleSummary>();
  for (const article of articles) {
    const known = byStory.get(article.storyId);
    if (known === undefined || Math.abs(article.score ?? 0) > Math.abs(known.score ?? 0))
      byStory.set(article.storyId, article);
  }
  const down = fell(series, condition, input);
  const weight = (article: ArticleSummary): number => {
    const score = article.score ?? 0;
    if (series === 'net' || series === 'negative-share') return down ? -score : score;
    if (series === 'polarisation') return Math.abs(score);
    return article.storySize + Math.abs(score);
  };
  return [...byStory.values()].sort((a, b) => weight(b) - weight(a)).slice(0, most);
}

/** Whether negative articles explain the breach. */
function fell(
  series: AlertRuleInput['series'],
  condition: AlertRuleInput['condition'],
  input: AlertInput | null,
): boolean {
  if (condition.kind === 'below') return series === 'net';
  if (condition.kind === 'above') return series === 'negative-share';
  const middle = input?.baseline ?? ((input?.low ?? 0) + (input?.high ?? 0)) / 2;
  const below = (input?.value ?? 0) < middle;
  return series === 'negative-share' ? !below : below;
}
