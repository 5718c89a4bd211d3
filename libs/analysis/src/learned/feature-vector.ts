/** Sparse features of one target in one sentence. `tokens` says which word a feature stands for (−1: none). */
export class FeatureVector {
  hashes = new Int32Array(512);
  values = new Float32Array(512);
  tokens = new Int32Array(512);
  length = 0;
  /** Features below this index come from word lists and grammar and travel; the rest are words of a domain. */
  generalCount = 0;

  add(hash: number, value: number, token = -1): void {
    if (this.length === this.hashes.length) this.#grow();
    this.hashes[this.length] = hash;
    this.values[this.length] = value;
    this.tokens[this.length] = token;
    this.length++;
  }

  clear(): void {
    this.length = 0;
    this.generalCount = 0;
  }

  /** Call once between the general and the lexical features. */
  endGeneral(): void {
    this.generalCount = this.length;
  }

  /** The general features as a vector of their own. */
  general(): FeatureVector {
    const part = new FeatureVector();
    for (let at = 0; at < this.generalCount; at++) {
      part.add(this.hashes[at] ?? 0, this.values[at] ?? 0, this.tokens[at] ?? -1);
    }
    part.endGeneral();
    return part;
  }

  /** Multiplies the values from `start` on, so that long sentences do not shout louder than short ones. */
  scaleFrom(start: number, factor: number): void {
    for (let at = start; at < this.length; at++) this.values[at] = (this.values[at] ?? 0) * factor;
  }

  /** A copy whose lexical values are multiplied by the factors of their buckets. */
  times(factors: Float32Array, mask: number): FeatureVector {
    const copy = new FeatureVector();
    copy.hashes = this.hashes;
    copy.tokens = this.tokens;
    copy.values = this.values.slice();
    copy.length = this.length;
    copy.generalCount = this.generalCount;
    for (let at = this.generalCount; at < this.length; at++) {
      copy.values[at] = (this.values[at] ?? 0) * (factors[(this.hashes[at] ?? 0) & mask] ?? 1);
    }
    return copy;
  }

  /** Gives memory that is not used back; for vectors that are kept. */
  trim(): this {
    this.hashes = this.hashes.slice(0, this.length);
    this.values = this.values.slice(0, this.length);
    this.tokens = this.tokens.slice(0, this.length);
    return this;
  }

  #grow(): void {
    const size = Math.max(64, this.length * 2);
    const [hashes, values, tokens] = [new Int32Array(size), new Float32Array(size), new Int32Array(size)];
    hashes.set(this.hashes);
    values.set(this.values);
    tokens.set(this.tokens);
    [this.hashes, this.values, this.tokens] = [hashes, values, tokens];
  }
}
