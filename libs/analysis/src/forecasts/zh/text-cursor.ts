import { matchAt } from './numeral.js';

/** Reads a compacted Chinese sentence from left to right. Patterns must be sticky and bounded. */
export class TextCursor {
  constructor(
    readonly text: string,
    public at = 0,
  ) {}

  /** Advances over `pattern` if it matches here. */
  take(pattern: RegExp): string | undefined {
    const found = matchAt(pattern, this.text, this.at);
    if (found !== undefined) this.at += found.length;
    return found;
  }

  looksAt(pattern: RegExp): boolean {
    return matchAt(pattern, this.text, this.at) !== undefined;
  }

  /** Whether the text before the cursor ends with `pattern`; only the last `reach` characters are looked at. */
  follows(pattern: RegExp, reach = 8): boolean {
    return pattern.test(this.text.slice(Math.max(0, this.at - reach), this.at));
  }

  /** Runs a parser; puts the cursor back when it finds nothing. */
  attempt<T>(parse: () => T | undefined): T | undefined {
    const start = this.at;
    const found = parse();
    if (found === undefined) this.at = start;
    return found;
  }
}
