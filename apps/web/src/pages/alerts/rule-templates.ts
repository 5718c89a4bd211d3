import { type AlertRuleInput, alertRuleInput } from '@timbre/contracts';

/** Rules to begin with; whom they are about and whom they tell is left to the user. */
export const ruleTemplates: Record<'brand' | 'timelines' | 'source', Omit<AlertRuleInput, 'name'>> = {
  brand: of({
    series: 'net',
    condition: { kind: 'below', threshold: -0.2 },
    window: '24h',
    for: '2h',
    keepFiringFor: '2h',
    cooldown: '6h',
    minimumStories: 5,
    minimumOutlets: 3,
    severity: 'critical',
  }),
  timelines: of({
    series: 'forecast-median',
    filter: { targets: ['topic:agi-timelines'], sources: [], languages: [], unit: 'stories' },
    condition: { kind: 'change', by: 0.5, direction: 'down' },
    window: '28d',
    interval: '1h',
    cooldown: '7d',
    minimumN: 5,
    severity: 'info',
  }),
  source: of({
    series: 'source-health',
    condition: { kind: 'above', threshold: 0 },
    window: '1h',
    interval: '5m',
    for: '6h',
    forEach: { by: 'outlet', most: 100 },
    groupWait: '2m',
    severity: 'warning',
  }),
};

function of(parts: object): Omit<AlertRuleInput, 'name'> {
  return alertRuleInput.parse({ name: '–', ...parts });
}
