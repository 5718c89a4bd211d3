/** −1 negative, 0 neutral, 1 positive. */
export type GoldLabel = -1 | 0 | 1;

/** One judged item: what people said, what the analysis said, and how sure it was. */
export interface JudgedItem {
  gold: GoldLabel;
  predicted: GoldLabel;
  /** Probability that the analysis gave its own label, 0 … 1. */
  confidence?: number;
}

export interface ClassificationScores {
  n: number;
  accuracy: number;
  /** Unweighted mean of F1 over the classes that occur in the gold labels. */
  macroF1: number;
  /** Share of items whose polarity is turned round: + read as − or − as +. */
  flips: number;
  /** Expected calibration error over ten equal bins (Naeini et al. 2015); null without confidences. */
  ece: number | null;
  /** `confusion[gold + 1][predicted + 1]`. */
  confusion: number[][];
}

const classes: readonly GoldLabel[] = [-1, 0, 1];

function f1Of(confusion: readonly (readonly number[])[], index: number): number {
  const hit = confusion[index]?.[index] ?? 0;
  let gold = 0;
  let predicted = 0;
  for (let other = 0; other < 3; other++) {
    gold += confusion[index]?.[other] ?? 0;
    predicted += confusion[other]?.[index] ?? 0;
  }
  return gold + predicted === 0 ? 0 : (2 * hit) / (gold + predicted);
}

/** |accuracy − confidence| per bin of confidence, weighted by the bin's size. */
function calibrationError(items: readonly JudgedItem[]): number | null {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, right: 0, confidence: 0 }));
  let n = 0;
  for (const { gold, predicted, confidence } of items) {
    if (confidence === undefined) continue;
    const bin = bins[Math.min(9, Math.max(0, Math.floor(confidence * 10)))];
    if (bin === undefined) continue;
    n++;
    bin.n++;
    bin.confidence += confidence;
    if (gold === predicted) bin.right++;
  }
  if (n === 0) return null;
  return bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence), 0) / n;
}

/**
 * Accuracy, macro-F1, flips, calibration and confusion of judged items. A set without any positive gold label asks only
 * "negative or not": there, positive answers count as not negative.
 */
export function classificationScores(items: readonly JudgedItem[]): ClassificationScores {
  const confusion = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  let right = 0;
  let flips = 0;
  const negativeOrNot = !items.some(({ gold }) => gold === 1);
  for (const { gold, predicted: raw } of items) {
    const predicted = negativeOrNot && raw === 1 ? 0 : raw;
    const row = confusion[gold + 1];
    if (row !== undefined) row[predicted + 1] = (row[predicted + 1] ?? 0) + 1;
    if (gold === predicted) right++;
    if (gold * predicted === -1) flips++;
  }
  const present = classes.filter((label) => items.some(({ gold }) => gold === label));
  const sum = present.reduce((total: number, label) => total + f1Of(confusion, label + 1), 0);
  const n = items.length;
  return {
    n,
    accuracy: n === 0 ? 0 : right / n,
    macroF1: present.length === 0 ? 0 : sum / present.length,
    flips: n === 0 ? 0 : flips / n,
    ece: calibrationError(items),
    confusion,
  };
}
