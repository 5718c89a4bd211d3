import type { AnalysisInput, Catalogue, Reading, SentimentLabel } from '@timbre/contracts';
import type { ArticleAnalyser } from '../readings/article-analyser.port.js';

const mark = /(topic|entity):(\w+)=([+-]?\d(?:\.\d+)?)/g;
const labelOf = (score: number): SentimentLabel => (score >= 0.2 ? 'positive' : score <= -0.2 ? 'negative' : 'neutral');

/**
 * Stands in for the analysis where a test is about what becomes of readings: the text says the scores itself,
 * e.g. "topic:agi=-0.5 entity:sora=0.3". A quote is `speaker:name said topic:agi`; "unreadable" throws.
 */
export class ScriptedAnalyser implements ArticleAnalyser {
  readonly fallback = null;
  readonly scorer = '';
  readonly parallel = 1;

  constructor(public version = 'scripted-1') {}

  prepare(catalogue: Catalogue): (input: AnalysisInput) => Reading {
    return (input) => this.read(input, catalogue);
  }

  private read(input: AnalysisInput, catalogue: Catalogue): Reading {
    if (input.text.includes('unreadable')) throw new Error('This text cannot be read.');
    const text = `${input.title ?? ''}\n${input.text}`;
    const targets = [...text.matchAll(mark)].map(({ 0: all, 1: kind, 2: id, 3: said, index }) => {
      const score = Math.max(-1, Math.min(1, Number(said)));
      return {
        id: id ?? '',
        kind: kind === 'topic' ? ('topic' as const) : ('entity' as const),
        name: id ?? '',
        score,
        label: labelOf(score),
        confidence: 0.8,
        evidence: [
          {
            from: index,
            to: index + all.length,
            score,
            terms: [{ from: index, to: index + all.length, weight: score }],
          },
        ],
        aspects: text.includes('aspect:cost')
          ? [{ aspect: 'cost' as const, score, label: labelOf(score), evidence: [] }]
          : [],
      };
    });
    const mean = targets.reduce((sum, { score }) => sum + score, 0) / Math.max(1, targets.length);
    const speaker = /speaker:(\w+)/.exec(text)?.[1];
    return {
      id: input.id,
      lang: input.lang ?? 'en',
      text,
      document: { score: mean, label: labelOf(mean), confidence: 0.7 },
      targets,
      topics: targets.filter(({ kind }) => kind === 'topic').map(({ id, name }) => ({ id, name, matches: [] })),
      entities: targets
        .filter(({ kind }) => kind === 'entity')
        .map(({ id, name }) => ({ id, kind: 'concept' as const, name, mentions: [] })),
      proposed: [],
      quotes:
        speaker === undefined
          ? []
          : [
              {
                speaker,
                text: 'said',
                direct: true,
                from: 0,
                to: 4,
                targets: targets.map(({ id, name, score, label }) => ({ id, name, score, label })),
              },
            ],
      forecasts: text.includes('forecast')
        ? [
            {
              subject: 'AGI',
              speaker: speaker ?? null,
              from: '2027-01-01',
              to: '2028-12-31',
              kind: 'arrival',
              hedge: 'likely',
              text: 'forecast',
              span: { from: 0, to: 8 },
              rule: 'scripted',
            },
          ]
        : [],
      skipped: [],
      version: `${this.version}/${catalogue.version}`,
    };
  }
}
