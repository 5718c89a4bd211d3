/**
 * Names that a simple regular expression of the parameter lists matches: groups, alternatives, classes and the
 * quantifiers `?`, `*`, `+`. Enough of each, not all.
 */
export function sampleNames(pattern: string): string[] {
  return [...new Set(alternatives(pattern))].filter((name) => name !== '').slice(0, MOST);
}

const MOST = 40;

function alternatives(pattern: string): string[] {
  const parts = [''];
  let depth = 0;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index]!;
    if (character === '\\') parts[parts.length - 1] += character + (pattern[++index] ?? '');
    else {
      if (character === '(' || character === '[') depth += 1;
      if (character === ')' || character === ']') depth -= 1;
      if (character === '|' && depth === 0) parts.push('');
      else parts[parts.length - 1] += character;
    }
  }
  return parts.flatMap(sequence);
}

function sequence(pattern: string): string[] {
  let found = [''];
  for (let index = 0; index < pattern.length;) {
    const atom = readAtom(pattern, index);
    const optional = /[?*]/.test(pattern[atom.end] ?? '');
    const choices = optional ? [...atom.choices, ''] : atom.choices;
    found = found.flatMap((start) => choices.map((choice) => start + choice)).slice(0, MOST);
    index = /[?*+]/.test(pattern[atom.end] ?? '') ? atom.end + 1 : atom.end;
  }
  return found;
}

function readAtom(pattern: string, start: number): { choices: string[]; end: number } {
  const character = pattern[start]!;
  if (character === '(') {
    const end = closing(pattern, start);
    return { choices: alternatives(pattern.slice(start + 1, end).replace(/^\?:/, '')), end: end + 1 };
  }
  if (character === '[') {
    const end = pattern.indexOf(']', start);
    const members = pattern.slice(start + 1, end);
    return {
      choices: /[a-z]-[a-z]/.test(members) ? ['q'] : members.startsWith('^') ? ['-'] : [members[0] ?? ''],
      end: end + 1,
    };
  }
  if (character === '\\')
    return { choices: [pattern[start + 1] === 'd' ? '7' : (pattern[start + 1] ?? '')], end: start + 2 };
  return { choices: [character === '.' ? 'x' : character], end: start + 1 };
}

function closing(pattern: string, open: number): number {
  let depth = 0;
  for (let index = open; index < pattern.length; index++) {
    if (pattern[index] === '\\') index += 1;
    else if (pattern[index] === '(') depth += 1;
    else if (pattern[index] === ')' && --depth === 0) return index;
  }
  return pattern.length;
}
