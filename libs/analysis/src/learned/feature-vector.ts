/** Sparse features of one target in one sentence. `tokens` says which word a feature stands for (−1: none). */
export class FeatureVector {
  readonly hashes: number[] = [];
  readonly values: number[] = [];
  readonly tokens: number[] = [];
  /** Features below this index come from word lists and grammar and travel; the rest are words of a domain. */
  generalCount = 0;

  add(hash: number, value: number, token = -1): void {
    this.hashes.push(hash);
    this.values.push(value);
    this.tokens.push(token);
  }

  /** Call once between the general and the lexical features. */
  endGeneral(): void {
    this.generalCount = this.hashes.length;
  }

  get length(): number {
    return this.hashes.length;
  }

  /** Features `[from, to)` as a vector of their own. */
  slice(from: number, to: number): FeatureVector {
    const part = new FeatureVector();
    for (let at = from; at < to; at++) part.add(this.hashes[at] ?? 0, this.values[at] ?? 0, this.tokens[at] ?? -1);
    part.generalCount = Math.max(0, Math.min(this.generalCount, to) - from);
    return part;
  }

  /** Multiplies the values from `start` on, so that long sentences do not shout louder than short ones. */
  scaleFrom(start: number, factor: number): void {
    for (let at = start; at < this.values.length; at++) this.values[at] = (this.values[at] ?? 0) * factor;
  }
}
