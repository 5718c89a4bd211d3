import { ALL_COVERAGE, type Forecast, type Quote, type Reading, type TargetReading } from '@timbre/contracts';
import type { MentionRow } from '../../readings/mention.repository.js';
import { scoreScale } from '../../rollups/contribution.js';
import type { StoredArticle } from './article-detail.repository.js';
import { labelOfSign } from './present-article.js';

interface ReadingParts {
  mentions: readonly MentionRow[];
  quotes: Quote[];
  forecasts: Forecast[];
}

/** Puts a reading together again from its rows; null while the article waits for its first one. */
export function readingOf(article: StoredArticle, { mentions, quotes, forecasts }: ReadingParts): Reading | null {
  const { details, analysisVersion } = article;
  if (details === null || analysisVersion === null) return null;
  return {
    id: article.id,
    lang: article.lang,
    text: article.readingText,
    document: documentOf(details.document, mentions),
    targets: mentions.flatMap((mention) => targetOf(mention, details.names)),
    topics: details.topics,
    entities: details.entities,
    proposed: details.proposed,
    quotes,
    forecasts,
    skipped: details.skipped,
    version: analysisVersion,
  };
}

/** The details keep what the analysis said of the whole; a corrected label is in the mention of `all`. */
function documentOf(read: Reading['document'], mentions: readonly MentionRow[]): Reading['document'] {
  const whole = mentions.find(({ target }) => target === ALL_COVERAGE);
  if (whole === undefined || labelOfSign(whole.label) === read.label) return read;
  return { score: whole.score / scoreScale, label: labelOfSign(whole.label), confidence: whole.confidence };
}

/** Mentions that only count an occurrence were no targets of the reading and have no name in it. */
function targetOf(mention: MentionRow, names: Readonly<Record<string, string>>): TargetReading[] {
  if (mention.target === ALL_COVERAGE) return [];
  const [kind, id = ''] = mention.target.split(/:(.*)/s);
  const name = names[id];
  if (name === undefined) return [];
  return [
    {
      id,
      kind: kind === 'topic' ? 'topic' : 'entity',
      name,
      score: mention.score / scoreScale,
      label: labelOfSign(mention.label),
      confidence: mention.confidence,
      evidence: mention.evidence.evidence,
      aspects: mention.evidence.aspects,
    },
  ];
}
