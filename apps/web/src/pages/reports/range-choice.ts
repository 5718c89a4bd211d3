import type { ReportRange } from '@timbre/contracts';

export const rangeChoices = ['day', 'week', 'month', 'quarter', 'year', 'r7', 'r30', 'r90', 'r365'] as const;
export type RangeChoice = (typeof rangeChoices)[number];

const rolling = { r7: 7, r30: 30, r90: 90, r365: 365 } as const;

/** The range that a choice of the list stands for. */
export function rangeOf(choice: RangeChoice): ReportRange {
  return choice in rolling
    ? { kind: 'rolling', days: rolling[choice as keyof typeof rolling] }
    : { kind: 'last', unit: choice as Exclude<RangeChoice, keyof typeof rolling> };
}

/** The choice of the list, or null where a range is none of them (fixed instants, other numbers of days). */
export function choiceOf(range: ReportRange): RangeChoice | null {
  return rangeChoices.find((choice) => JSON.stringify(rangeOf(choice)) === JSON.stringify(range)) ?? null;
}
