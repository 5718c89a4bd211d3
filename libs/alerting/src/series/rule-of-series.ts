import type { AlertForEach, AlertRuleInput } from '@timbre/contracts';

/**
 * The rule as one of its series sees it: the same with a narrower filter. Share of voice keeps the other targets, as
 * that with which it is compared.
 *
 * @param outletSources ids of the sources of an outlet; only for `forEach.by = 'outlet'`
 */
export function ruleOfSeries(
  rule: AlertRuleInput,
  key: string,
  outletSources: ReadonlyMap<string, readonly string[]>,
): AlertRuleInput {
  if (rule.forEach === null) return rule;
  return { ...rule, forEach: null, filter: { ...rule.filter, ...narrowed(rule, rule.forEach.by, key, outletSources) } };
}

/** A source that nobody has: an outlet without sources is empty, not everything. */
const nobody = ['–'];

function narrowed(
  { series, filter }: AlertRuleInput,
  by: AlertForEach['by'],
  key: string,
  outletSources: ReadonlyMap<string, readonly string[]>,
): Partial<AlertRuleInput['filter']> {
  switch (by) {
    case 'language':
      return { languages: [key] };
    case 'outlet':
      return { sources: [...(outletSources.get(key) ?? nobody)].slice(0, 300) };
    case 'topic':
    case 'entity': {
      const others = series === 'share-of-voice' ? filter.targets.filter((target) => target !== key) : [];
      return { targets: [key, ...others].slice(0, 20) };
    }
  }
}
