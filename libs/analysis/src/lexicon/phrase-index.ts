interface Node<T> {
  value?: T;
  next?: Map<string, Node<T>>;
}

/** Longest match of listed word sequences at a word of a sentence. */
export class PhraseIndex<T> {
  readonly #roots = new Map<string, Node<T>>();

  /** Adds a phrase, words separated by single spaces; a later value replaces an earlier one. */
  set(phrase: string, value: T): void {
    let node: Node<T> | undefined;
    for (const word of phrase.split(' ')) {
      const level: Map<string, Node<T>> = node === undefined ? this.#roots : (node.next ??= new Map());
      node = level.get(word);
      if (node === undefined) {
        node = {};
        level.set(word, node);
      }
    }
    if (node !== undefined) node.value = value;
  }

  get(phrase: string): T | undefined {
    let level: Map<string, Node<T>> | undefined = this.#roots;
    let node: Node<T> | undefined;
    for (const word of phrase.split(' ')) {
      node = level?.get(word);
      if (node === undefined) return undefined;
      level = node.next;
    }
    return node?.value;
  }

  /** Longest listed phrase that starts at `first`: its value and the index after its last word. */
  longestAt(words: readonly string[], first: number): { value: T; end: number } | undefined {
    let level: Map<string, Node<T>> | undefined = this.#roots;
    let best: { value: T; end: number } | undefined;
    for (let at = first; at < words.length && level !== undefined; at++) {
      const node: Node<T> | undefined = level.get(words[at] ?? '');
      if (node === undefined) break;
      if (node.value !== undefined) best = { value: node.value, end: at + 1 };
      level = node.next;
    }
    return best;
  }
}
