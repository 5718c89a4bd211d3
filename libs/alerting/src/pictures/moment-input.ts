import type { AlertMomentInput } from '@timbre/charts';
import type { AlertInput, AlertRuleInput, AlertSimulation } from '@timbre/contracts';

/** What a picture of an alert needs to be drawn again at any time. */
export interface PicturedMoment {
  /** As the alert's series saw it. */
  rule: AlertRuleInput;
  since: string;
  until: string | null;
  /** Last moment that is drawn. */
  at: string;
  /** What the evaluation saw with which the alert began. */
  input: AlertInput | null;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Where a picture begins: thirty windows before the alert, from three days to a quarter of a year. */
export function pictureStart({ rule, since }: Pick<PicturedMoment, 'rule' | 'since'>): Date {
  const span = Math.min(90 * day, Math.max(3 * day, 30 * rule.window * 1_000));
  return new Date(Date.parse(since) - span);
}

/** The replayed hours around an alert with the evaluation that began it put between them. */
export function momentInput(
  { rule, since, until, input }: PicturedMoment,
  simulation: Pick<AlertSimulation, 't' | 'value' | 'n' | 'held' | 'threshold'>,
  title: string,
): AlertMomentInput {
  const { t, value, n, held, threshold } = simulation;
  const at = t.findIndex((moment) => Date.parse(moment) >= Date.parse(since));
  const index = at < 0 ? t.length : at;
  const replaced = t[index] !== undefined && Date.parse(t[index]) === Date.parse(since) ? 1 : 0;
  const put = <Item>(column: readonly Item[], item: Item): Item[] =>
    input === null ? [...column] : column.toSpliced(index, replaced, item);
  return {
    title,
    series: rule.series,
    t: put(t, since),
    value: put(value, input?.value ?? null),
    n: put(n, input?.n ?? 0),
    held: put(held, false),
    low: put(threshold.low, input?.low ?? null),
    high: put(threshold.high, input?.high ?? null),
    from: since,
    to: until,
  };
}
