/** Top-level rules of a style sheet, braces balanced. antd's own sheet has no braces inside strings. */
export function topLevelRules(css: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < css.length; index += 1) {
    const character = css[index];
    if (character === '{') depth += 1;
    if (character !== '}') continue;
    depth -= 1;
    if (depth > 0) continue;
    rules.push(css.slice(start, index + 1));
    start = index + 1;
  }
  return rules;
}

/**
 * Drops the rules of components that the app does not use. A rule goes when every class of antd's in it belongs to
 * other components; rules without such a class, key frames among them, stay.
 * @param components class stems, e.g. `btn`, `select`
 */
export function filterComponentRules(css: string, components: ReadonlySet<string>): string {
  return topLevelRules(css)
    .filter((rule) => {
      const head = rule.trimStart().startsWith('@media') ? rule : rule.slice(0, rule.indexOf('{'));
      const stems = [...head.matchAll(/\.ant-([a-z]+)/g)].map(([, stem]) => stem ?? '');
      return stems.length === 0 || components.has(stems[0] ?? '') || stems.every((stem) => components.has(stem));
    })
    .join('');
}
