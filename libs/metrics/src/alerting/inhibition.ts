import { type GroupedAlert, isResolved } from './grouped-alert.js';

/** While an alert with the source's labels fires, those with the target's are kept quiet if the equal labels agree. */
export interface InhibitionRule {
  source: Readonly<Record<string, string>>;
  target: Readonly<Record<string, string>>;
  equal: readonly string[];
}

/** Whether another alert that fires now makes this one not worth telling. An alert never inhibits itself. */
export function isInhibited(
  alert: GroupedAlert,
  all: readonly GroupedAlert[],
  rules: readonly InhibitionRule[],
  now: number,
): boolean {
  if (isResolved(alert, now)) return false;
  return rules.some(
    ({ source, target, equal }) =>
      carries(alert, target) &&
      all.some(
        (other) =>
          other.key !== alert.key &&
          !isResolved(other, now) &&
          carries(other, source) &&
          !(carries(alert, source) && carries(other, target)) &&
          equal.every((name) => (other.labels[name] ?? '') === (alert.labels[name] ?? '')),
      ),
  );
}

const carries = ({ labels }: GroupedAlert, wanted: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted).every(([name, value]) => (labels[name] ?? '') === value);
