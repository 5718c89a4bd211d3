/**
 * Longest match of listed strings at a position of a text. Transitions live in one open-addressing table, so a
 * position where nothing starts costs one array read.
 */
export class CharTrie<T> {
  readonly #roots = new Int32Array(65_536);
  readonly #values: (T | undefined)[] = [undefined];
  readonly #mask: number;
  readonly #nodes: Int32Array;
  readonly #chars: Uint16Array;
  readonly #targets: Int32Array;

  constructor(terms: Iterable<readonly [string, T]>) {
    const list = [...terms];
    const characters = list.reduce((sum, [term]) => sum + term.length, 0);
    const capacity = 2 ** Math.ceil(Math.log2(2 * characters + 2));
    this.#mask = capacity - 1;
    this.#nodes = new Int32Array(capacity);
    this.#chars = new Uint16Array(capacity);
    this.#targets = new Int32Array(capacity);
    for (const [term, value] of list) if (term.length > 0) this.#insert(term, value);
  }

  /** Node of the strings that start with a character; 0 when there are none. */
  root(char: number): number {
    return this.#roots[char] ?? 0;
  }

  /** Node after one more character; 0 when no string goes on so. */
  next(node: number, char: number): number {
    return this.#targets[this.#slot(node, char)] ?? 0;
  }

  /** The value of the string that ends at a node. */
  valueAt(node: number): T | undefined {
    return this.#values[node];
  }

  #slot(node: number, char: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(char, 0x85ebca6b)) & this.#mask;
    while (this.#nodes[slot] !== 0 && (this.#nodes[slot] !== node || this.#chars[slot] !== char)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  #insert(term: string, value: T): void {
    const first = term.charCodeAt(0);
    let node = this.#roots[first] ?? 0;
    if (node === 0) {
      node = this.#values.push(undefined) - 1;
      this.#roots[first] = node;
    }
    for (let at = 1; at < term.length; at++) {
      const char = term.charCodeAt(at);
      const slot = this.#slot(node, char);
      if (this.#nodes[slot] === 0) {
        this.#nodes[slot] = node;
        this.#chars[slot] = char;
        this.#targets[slot] = this.#values.push(undefined) - 1;
      }
      node = this.#targets[slot] ?? 0;
    }
    this.#values[node] = value;
  }
}
