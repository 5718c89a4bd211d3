import type { Quote, TargetReading } from '@timbre/contracts';
import { labelOf } from './sentiment/weighted-score.js';

/**
 * Gives each quote what its words say of each target: the part of the target's evidence that lies inside the quote. It
 * is the speaker's opinion, kept apart from the article's; of themselves speakers say nothing by speaking.
 */
export function withQuoteTargets(quotes: readonly Quote[], targets: readonly TargetReading[]): Quote[] {
  const found: Map<string, Quote['targets'][number] & { sum: number }>[] = quotes.map(() => new Map());
  for (const target of targets) {
    if (target.kind === 'topic') continue;
    let first = 0;
    for (const evidence of target.evidence) {
      while (first < quotes.length && (quotes[first]?.to ?? 0) <= evidence.from) first += 1;
      for (let q = first; q < quotes.length && (quotes[q]?.from ?? 0) < evidence.to; q += 1) {
        const quote = quotes[q];
        if (!quote || quote.speakerEntity === target.id) continue;
        const inside = evidence.terms.filter((term) => term.from >= quote.from && term.to <= quote.to);
        if (inside.length === 0) continue;
        const sum = inside.reduce((total, term) => total + term.weight, found[q]?.get(target.id)?.sum ?? 0);
        const score = Math.max(-1, Math.min(1, sum));
        found[q]?.set(target.id, { id: target.id, name: target.name, score, label: labelOf(score), sum });
      }
    }
  }
  return quotes.map((quote, index) => ({
    ...quote,
    targets: [...(found[index]?.values() ?? [])].map(({ id, name, score, label }) => ({ id, name, score, label })),
  }));
}
