import { type ChartContext, lightTokens } from '@timbre/charts';
import {
  type BlockFilter,
  coverageFilter,
  type CoverageFilter,
  type CoverageFilterInput,
  type ReportDocument,
} from '@timbre/contracts';
import type { AskedAs } from '@timbre/coverage';
import type { SourceNotes } from '../drawn/source-notes.js';
import { type ReportWords, reportWords } from '../words/report-words.js';

/** Width of pictures in CSS pixels; outputs scale them. */
const pictureWidth = 720;

/** What the blocks of one report share while they are drawn. */
export interface ComposeContext {
  document: ReportDocument;
  filter: CoverageFilter;
  asked: AskedAs & { now: Date };
  words: ReportWords;
  chart: ChartContext;
  notes: SourceNotes;
}

export function composeContext(
  document: ReportDocument,
  range: { from: string; to: string },
  now: Date,
  notes: SourceNotes,
): ComposeContext {
  const { locale, tz, targets, unit } = document;
  return {
    document,
    filter: coverageFilter.parse({ ...range, tz, targets, unit } satisfies CoverageFilterInput),
    asked: { now, language: locale === 'en' ? 'en' : 'zh' },
    words: reportWords(locale),
    chart: { theme: lightTokens, locale, tz, width: pictureWidth },
    notes,
  };
}

/** The report's filter with what the block changes of it. */
export function filterOf({ filter }: ComposeContext, own: BlockFilter | undefined): CoverageFilter {
  return coverageFilter.parse({ ...filter, ...own });
}
