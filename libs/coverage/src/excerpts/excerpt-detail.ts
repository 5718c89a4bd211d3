import type { ArticleDetail, Reading, Span } from '@timbre/contracts';
import { chosenExcerpts } from './chosen-excerpts.js';
import { maskText } from './mask-text.js';

/** An article as those see it who may read excerpts only: scores, and the sentences behind the strongest of them. */
export function excerptDetail(article: ArticleDetail): ArticleDetail {
  const { reading, text } = article;
  const titleEnd = text.startsWith(article.title) ? article.title.length : 0;
  const evidence = (reading?.targets ?? []).flatMap((target) => target.evidence).filter(({ from }) => from >= titleEnd);
  const kept = [...(titleEnd > 0 ? [{ from: 0, to: titleEnd }] : []), ...chosenExcerpts(evidence, text.length)];
  const masked = maskText(text, kept);
  return { ...article, text: masked, excerptsOnly: true, reading: reading && maskedReading(reading, masked, kept) };
}

function maskedReading(reading: Reading, text: string, kept: readonly Span[]): Reading {
  const shown = ({ from, to }: Span): boolean => kept.some((span) => span.from <= from && to <= span.to);
  return {
    ...reading,
    text,
    targets: reading.targets.map((target) => ({
      ...target,
      evidence: target.evidence.filter(shown),
      aspects: target.aspects.map((aspect) => ({ ...aspect, evidence: aspect.evidence.filter(shown) })),
    })),
    topics: reading.topics.map((topic) => ({ ...topic, matches: topic.matches.filter(shown) })),
    entities: reading.entities.map((entity) => ({ ...entity, mentions: entity.mentions.filter(shown) })),
    proposed: reading.proposed.map((entity) => ({ ...entity, mentions: entity.mentions.filter(shown) })),
    quotes: reading.quotes.filter(shown),
    forecasts: reading.forecasts.filter(({ span }) => shown(span)),
  };
}
