import { type GoldLabel, goldLabel, type LabelQuality, type QualityResponse } from '@timbre/contracts';
import { cohensKappa, wilsonInterval } from '@timbre/metrics';

/** Judgements that are alike, counted. */
export interface JudgementCount {
  kind: 'mention' | 'quote' | 'forecast';
  lang: string;
  /** Of mentions. */
  target: string | null;
  /** What people say; of mentions. */
  gold: GoldLabel | null;
  /** Sign of the label that the newest reading gives by itself; null where it has no such mention. */
  now: number | null;
  agrees: boolean | null;
  confirms: boolean;
  n: number;
}

const labels = goldLabel.options;

/** Accuracy and agreement on mentions, and what was taken for what. */
export function labelQualityOf(
  judgements: readonly JudgementCount[],
): LabelQuality & Pick<QualityResponse, 'confusion'> {
  const mentions = judgements.filter(({ kind }) => kind === 'mention');
  const counts = labels.map(() => labels.map(() => 0));
  for (const { gold, now, n } of mentions) {
    const row = counts[labels.indexOf(gold ?? 'unrelated')];
    const column = now === null ? labels.indexOf('unrelated') : now + 1;
    if (row !== undefined) row[column] = (row[column] ?? 0) + n;
  }
  return { ...sharesOf(mentions), kappa: cohensKappa(counts), confusion: { labels: [...labels], counts } };
}

/** The same for quotes' speakers and for forecasts. */
export function statementQualityOf(judgements: readonly JudgementCount[]): QualityResponse['statements'] {
  return (['quote', 'forecast'] as const).map((kind) => ({
    kind,
    ...sharesOf(judgements.filter((one) => one.kind === kind)),
  }));
}

/** Label quality for each value of a key, most judged first. */
export function labelQualityBy<Key extends string>(
  judgements: readonly JudgementCount[],
  keyOf: (judgement: JudgementCount) => Key | null,
): Map<Key, LabelQuality> {
  const groups = new Map<Key, JudgementCount[]>();
  for (const judgement of judgements) {
    const key = judgement.kind === 'mention' ? keyOf(judgement) : null;
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), judgement]);
  }
  const quality = [...groups].map(([key, group]): [Key, LabelQuality] => {
    const { accuracy, agreement, kappa } = labelQualityOf(group);
    return [key, { accuracy, agreement, kappa }];
  });
  return new Map(quality.sort(([a, x], [b, y]) => y.accuracy.n - x.accuracy.n || (a < b ? -1 : 1)));
}

function sharesOf(judgements: readonly JudgementCount[]): Pick<LabelQuality, 'accuracy' | 'agreement'> {
  const sum = (counted: readonly JudgementCount[]): number => counted.reduce((total, { n }) => total + n, 0);
  // What the newest reading no longer speaks of is neither right nor wrong now.
  const speaking = judgements.filter(({ agrees }) => agrees !== null);
  return {
    accuracy: wilsonInterval(sum(speaking.filter(({ agrees }) => agrees)), sum(speaking)),
    agreement: wilsonInterval(sum(judgements.filter(({ confirms }) => confirms)), sum(judgements)),
  };
}
