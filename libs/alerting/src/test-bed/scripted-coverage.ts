import type { ArticleQuery, BreakdownDimension, CoverageFilter } from '@timbre/contracts';

/** One mention of the scripted coverage; `all` is the target of each. */
export interface ScriptedMention {
  /** ms. */
  at: number;
  label: 'positive' | 'negative' | 'neutral';
  source: string;
  outlet: string;
  language: string;
  /** Topic refs. */
  topics: string[];
}

const hour = 3_600_000;

/** Answers the questions that alerting asks of coverage, from a list of mentions: totals, series, breakdown, articles. */
export class ScriptedCoverage {
  mentions: ScriptedMention[] = [];
  /** Sources whose questions fail. */
  broken = false;

  totals(filter: CoverageFilter) {
    return this.answer(
      targetsOf(filter).map((target) => ({
        target,
        name: target,
        previous: null,
        current: this.current(filter, target),
      })),
    );
  }

  series(filter: CoverageFilter) {
    const [from, to] = rangeOf(filter);
    const t: number[] = [];
    for (let at = Math.floor(from / hour) * hour; at < to; at += hour) t.push(at);
    const series = targetsOf(filter).map((target) => {
      const columns = { n: t.map(() => 0), positive: t.map(() => 0), negative: t.map(() => 0) };
      for (const mention of this.matching(filter, target)) {
        const index = Math.floor((mention.at - (t[0] ?? 0)) / hour);
        columns.n[index] = (columns.n[index] ?? 0) + 1;
        if (mention.label !== 'neutral') columns[mention.label][index] = (columns[mention.label][index] ?? 0) + 1;
      }
      return { target, name: target, t: t.map((at) => new Date(at).toISOString()), ...columns };
    });
    return this.answer({ series });
  }

  breakdown(filter: CoverageFilter, by: BreakdownDimension) {
    const counts = new Map<string, number>();
    for (const mention of this.matching(filter, targetsOf(filter)[0] ?? 'all')) {
      const keys =
        by === 'source'
          ? [mention.source]
          : by === 'language'
            ? [mention.language]
            : by === 'topic'
              ? mention.topics
              : [];
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return this.answer({ rows: [...counts].map(([key, n]) => ({ key, name: key, n })) });
  }

  articles(query: ArticleQuery) {
    const [to, from] = [
      query.to === undefined ? Infinity : Date.parse(query.to),
      query.from === undefined ? 0 : Date.parse(query.from),
    ];
    const target = query.targets[0] ?? 'all';
    const items = this.mentions
      .filter((mention) => matches(mention, query, target) && mention.at >= from && mention.at < to)
      .sort((a, b) => b.at - a.at)
      .slice(0, query.limit)
      .map((mention, index) => ({
        id: `a${index}`,
        title: `Grim story ${index + 1} <b>`,
        sourceName: mention.outlet,
        published: new Date(mention.at).toISOString(),
        score: { positive: 0.6, neutral: 0, negative: -(index + 1) / 20 }[mention.label],
        storyId: `s${index}`,
        storySize: 1,
        evidence: `Evidence ${index + 1} says it went badly.`,
      }));
    return this.answer({ items, next: null, total: items.length });
  }

  private current(filter: CoverageFilter, target: string) {
    const found = this.matching(filter, target);
    const count = (label: ScriptedMention['label']): number => found.filter((one) => one.label === label).length;
    const [n, positive, negative] = [found.length, count('positive'), count('negative')];
    const value = n === 0 ? null : (positive - negative) / n;
    return {
      n,
      articles: n,
      stories: n,
      positive,
      negative,
      neutral: count('neutral'),
      net: { value, low: value === null ? null : value - 0.1, high: value === null ? null : value + 0.1, n },
      polarisation: n === 0 ? null : (2 * Math.min(positive, negative)) / n,
      outlets: new Set(found.map(({ outlet }) => outlet)).size,
    };
  }

  private matching(filter: CoverageFilter, target: string): ScriptedMention[] {
    const [from, to] = rangeOf(filter);
    return this.mentions.filter((mention) => mention.at >= from && mention.at < to && matches(mention, filter, target));
  }

  private answer<Answer>(answer: Answer): Promise<Answer> {
    return this.broken ? Promise.reject(new Error('Coverage cannot be read.')) : Promise.resolve(answer);
  }
}

function matches(
  mention: ScriptedMention,
  { sources, languages }: Pick<CoverageFilter, 'sources' | 'languages'>,
  target: string,
): boolean {
  return (
    (target === 'all' || mention.topics.includes(target)) &&
    (sources.length === 0 || sources.includes(mention.source)) &&
    (languages.length === 0 || languages.includes(mention.language))
  );
}

const targetsOf = ({ targets }: CoverageFilter): string[] => (targets.length === 0 ? ['all'] : targets);
const rangeOf = ({ from, to }: CoverageFilter): [number, number] => [Date.parse(from ?? ''), Date.parse(to ?? '')];
