function pairHash(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 13;
}

/**
 * Longest match of listed strings at a position of a text. Transitions live in one open-addressing table, so a
 * position where nothing starts costs one array read.
 */
export class CharTrie<T> {
  readonly #roots = new Int32Array(65_536);
  readonly #values: (T | undefined)[] = [undefined];
  readonly #mask: number;
  /** Three numbers a slot, side by side in memory: node, character, target. */
  readonly #slots: Int32Array;
  /** One bit for each pair of characters that opens a string, by hash. */
  readonly #pairs = new Uint8Array(0x10000);

  constructor(terms: Iterable<readonly [string, T]>) {
    const list = [...terms];
    const characters = list.reduce((sum, [term]) => sum + term.length, 0);
    const capacity = 2 ** Math.ceil(Math.log2(2 * characters + 2));
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity * 3);
    for (const [term, value] of list) if (term.length > 0) this.#insert(term, value);
  }

  /** Node of the strings that start with a character; 0 when there are none. */
  root(char: number): number {
    return this.#roots[char] ?? 0;
  }

  /** Node after one more character; 0 when no string goes on so. */
  next(node: number, char: number): number {
    return this.#slots[this.#slot(node, char) + 2] ?? 0;
  }

  /** The value of the string that ends at a node. */
  valueAt(node: number): T | undefined {
    return this.#values[node];
  }

  /** False when no string begins with these two characters; rarely true when none does. */
  mayOpen(first: number, second: number): boolean {
    const bit = pairHash(first, second);
    return ((this.#pairs[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }

  /** Index of the slot of an edge, or of the free slot where it belongs. */
  #slot(node: number, char: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(char, 0x85ebca6b)) & this.#mask;
    for (;;) {
      const at = slot * 3;
      const known = this.#slots[at];
      if (known === 0 || (known === node && this.#slots[at + 1] === char)) return at;
      slot = (slot + 1) & this.#mask;
    }
  }

  #insert(term: string, value: T): void {
    const first = term.charCodeAt(0);
    if (term.length > 1) {
      const bit = pairHash(first, term.charCodeAt(1));
      this.#pairs[bit >> 3] = (this.#pairs[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
    let node = this.#roots[first] ?? 0;
    if (node === 0) {
      node = this.#values.push(undefined) - 1;
      this.#roots[first] = node;
    }
    for (let at = 1; at < term.length; at++) {
      const char = term.charCodeAt(at);
      const slot = this.#slot(node, char);
      if (this.#slots[slot] === 0) {
        this.#slots[slot] = node;
        this.#slots[slot + 1] = char;
        this.#slots[slot + 2] = this.#values.push(undefined) - 1;
      }
      node = this.#slots[slot + 2] ?? 0;
    }
    this.#values[node] = value;
  }
}
