/** Rules that keep each other quiet: were both to fire, nobody would be told. */
export class QuietCycleError extends Error {
  constructor(readonly names: readonly string[]) {
    super(`These rules keep each other quiet: ${names.join(' → ')}. If all fired, nobody would be told.`);
    this.name = 'QuietCycleError';
  }
}

interface QuietRule {
  id: string;
  name: string;
  quietWhile: readonly string[];
}

/**
 * Makes sure that no rule is kept quiet by itself through others.
 *
 * @throws QuietCycleError
 */
export function checkQuietWhile(first: string, rules: readonly QuietRule[]): void {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const visited = new Set<string>();
  const visit = (rule: QuietRule, path: readonly string[]): void => {
    for (const id of rule.quietWhile) {
      const next = byId.get(id);
      if (next === undefined) continue;
      if (id === first) throw new QuietCycleError([...path, next.name]);
      if (visited.has(id)) continue;
      visited.add(id);
      visit(next, [...path, next.name]);
    }
  };
  const begin = byId.get(first);
  if (begin !== undefined) visit(begin, [begin.name]);
}
