const SMALL = 64;

/** Mixes state and code so that the low bits, which choose the slot, depend on all of them. */
function hash(node: number, code: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/**
 * Aho–Corasick automaton over UTF-16 code units (Aho and Corasick, "Efficient string matching", CACM 18, 1975).
 * Edges live in one open-addressing hash table and first characters in a direct table, so 50,000 patterns cost little
 * more per unit of text than 500: most units of text leave the root nowhere.
 */
export class AhoCorasick {
  private nodes = 1;
  private keys: Float64Array;
  private targets: Int32Array;
  private mask: number;
  /** Edges of the start state by code; a handful of patterns does without, since the table costs 256 KB. */
  private readonly root: Int32Array | null;
  private readonly fail: Int32Array;
  /** Pattern that ends in a node, or −1; equal patterns are chained through `sameAs`. */
  private readonly ends: Int32Array;
  /** Nearest node on the failure path in which a pattern ends, or 0. */
  private readonly suffix: Int32Array;
  private readonly lengths: Int32Array;
  private readonly sameAs: Int32Array;

  /** @param patterns non-empty strings; their indices are what a match reports */
  constructor(patterns: readonly string[]) {
    this.root = patterns.length > SMALL ? new Int32Array(0x10000) : null;
    const total = patterns.reduce((sum, pattern) => sum + pattern.length, 1);
    let size = 16;
    while (size < total * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Float64Array(size);
    this.targets = new Int32Array(size);
    const ends = new Int32Array(total).fill(-1);
    const parent = new Int32Array(total);
    const via = new Uint16Array(total);
    const depth = new Int32Array(total);
    this.lengths = Int32Array.from(patterns, (pattern) => pattern.length);
    this.sameAs = new Int32Array(patterns.length).fill(-1);
    patterns.forEach((pattern, index) => {
      if (pattern === '') return;
      let node = 0;
      for (let i = 0; i < pattern.length; i += 1) {
        const code = pattern.charCodeAt(i);
        let next = this.step(node, code);
        if (next === 0) {
          next = this.nodes;
          this.nodes += 1;
          this.link(node, code, next);
          parent[next] = node;
          via[next] = code;
          depth[next] = i + 1;
        }
        node = next;
      }
      this.sameAs[index] = ends[node] ?? -1;
      ends[node] = index;
    });
    this.ends = ends.slice(0, this.nodes);
    this.fail = new Int32Array(this.nodes);
    this.suffix = new Int32Array(this.nodes);
    const order = Int32Array.from({ length: this.nodes }, (_, node) => node).sort(
      (a, b) => (depth[a] ?? 0) - (depth[b] ?? 0) || a - b,
    );
    for (const node of order) {
      if (node === 0) continue;
      const above = parent[node] ?? 0;
      if (above !== 0) this.fail[node] = this.next(this.fail[above] ?? 0, via[node] ?? 0);
      const failure = this.fail[node] ?? 0;
      this.suffix[node] = (this.ends[failure] ?? -1) >= 0 ? failure : (this.suffix[failure] ?? 0);
    }
  }

  /** Number of states, for tests and memory estimates. */
  get size(): number {
    return this.nodes;
  }

  /**
   * State after reading `code` in `state`; start with state 0. Amortised constant time along a text.
   */
  next(state: number, code: number): number {
    let node = state;
    while (node !== 0) {
      const target = this.step(node, code);
      if (target !== 0) return target;
      node = this.fail[node] ?? 0;
    }
    return this.step(0, code);
  }

  /** Calls `report(pattern, length)` for each pattern that ends in this state, longest first. */
  matches(state: number, report: (pattern: number, length: number) => void): void {
    let node = (this.ends[state] ?? -1) >= 0 ? state : (this.suffix[state] ?? 0);
    while (node !== 0) {
      for (let pattern = this.ends[node] ?? -1; pattern >= 0; pattern = this.sameAs[pattern] ?? -1) {
        report(pattern, this.lengths[pattern] ?? 0);
      }
      node = this.suffix[node] ?? 0;
    }
  }

  /** Whether `matches` would report anything; cheaper than asking. */
  accepts(state: number): boolean {
    return state !== 0 && ((this.ends[state] ?? -1) >= 0 || (this.suffix[state] ?? 0) !== 0);
  }

  private step(node: number, code: number): number {
    if (node === 0 && this.root) return this.root[code] ?? 0;
    const key = node * 0x10000 + code + 1;
    let slot = hash(node, code) & this.mask;
    for (;;) {
      const found = this.keys[slot];
      if (found === key) return this.targets[slot] ?? 0;
      if (found === 0) return 0;
      slot = (slot + 1) & this.mask;
    }
  }

  private link(node: number, code: number, target: number): void {
    if (node === 0 && this.root) {
      this.root[code] = target;
      return;
    }
    const key = node * 0x10000 + code + 1;
    let slot = hash(node, code) & this.mask;
    while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
    this.keys[slot] = key;
    this.targets[slot] = target;
  }
}
