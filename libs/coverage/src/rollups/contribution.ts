/** Scores −1 … 1 are stored and summed in ten-thousandths, so that sums are exact in any order. */
export const scoreScale = 10_000;

export const labelSigns = { negative: -1, neutral: 0, positive: 1 } as const;
export type LabelSign = (typeof labelSigns)[keyof typeof labelSigns];

/** What one mention adds to the roll-ups. */
export interface Contribution {
  target: string;
  sourceId: string;
  lang: string;
  /** Start of the UTC hour of publication. */
  hour: string;
  /** Day of publication in the reporting zone, as the database cut it. */
  day: string;
  /** In ten-thousandths. */
  score: number;
  label: LabelSign;
  /** Whether the article is the first of its story. */
  lead: boolean;
}
