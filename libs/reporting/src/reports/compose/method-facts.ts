import type { Provenance } from '@timbre/contracts';
import type { DrawnPart } from '../drawn/drawn-report.js';
import type { ComposeContext } from './compose-context.js';
import { localDay } from './local-day.js';

const mostGaps = 12;

/** How the numbers came to be, and where collection failed. */
export function methodFacts(provenance: Provenance, context: ComposeContext): DrawnPart {
  const { words, document } = context;
  const day = (instant: string) => localDay(instant, context);
  const gaps = provenance.gaps
    .slice(0, mostGaps)
    .map((gap) =>
      words.method.gap(gap.sourceName ?? gap.sourceId ?? '', day(gap.from), gap.to ? day(gap.to) : '…', gap.cause),
    );
  const more = provenance.gaps.length > mostGaps ? [`+ ${provenance.gaps.length - mostGaps}`] : [];
  return {
    kind: 'facts',
    sentences: words.method.sentences,
    facts: [
      { name: words.counted, value: words.unit[document.unit] },
      { name: words.analysis, value: provenance.versions.join(', ') || words.noVersion },
      { name: words.timeZone, value: document.tz },
      { name: words.method.gaps, value: [...gaps, ...more].join('; ') || words.method.noGap },
    ],
  };
}
