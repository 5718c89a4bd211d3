/** Articles kept per key. A shingle that more share is boilerplate, and their other keys tell them apart. */
const MOST_PER_KEY = 32;
const SPREAD = 0x9e3779b1;

/** Which slots hold a key: a multimap in two typed arrays (open addressing), 16 bytes per entry or less. */
export class PostingTable {
  private keys: Uint32Array;
  /** Slot + 1; 0 is a free place. */
  private slots: Uint32Array;
  private shift: number;
  private size = 0;

  /** @param bits the table begins with 2^bits places */
  constructor(bits = 12) {
    this.keys = new Uint32Array(2 ** bits);
    this.slots = new Uint32Array(2 ** bits);
    this.shift = 32 - bits;
  }

  /** Adds a slot to a key, unless the key is held by too many. */
  add(key: number, slot: number): void {
    if (this.size * 10 > this.slots.length * 7) this.grow();
    const mask = this.slots.length - 1;
    let same = 0;
    let place = this.home(key);
    for (; this.slots[place] !== 0; place = (place + 1) & mask) {
      if (this.keys[place] === key) same += 1;
      if (same >= MOST_PER_KEY) return;
    }
    this.keys[place] = key;
    this.slots[place] = slot + 1;
    this.size += 1;
  }

  /** Counts, for each slot, how many of the keys it holds. */
  count(keys: Uint32Array): Map<number, number> {
    const mask = this.slots.length - 1;
    const hits = new Map<number, number>();
    for (const key of keys) {
      for (let place = this.home(key); this.slots[place] !== 0; place = (place + 1) & mask) {
        if (this.keys[place] !== key) continue;
        const slot = this.slots[place]! - 1;
        hits.set(slot, (hits.get(slot) ?? 0) + 1);
      }
    }
    return hits;
  }

  private home(key: number): number {
    return Math.imul(key, SPREAD) >>> this.shift;
  }

  private grow(): void {
    const { keys, slots } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.slots = new Uint32Array(slots.length * 2);
    this.shift -= 1;
    const mask = this.slots.length - 1;
    for (const [index, slot] of slots.entries()) {
      if (slot === 0) continue;
      let place = this.home(keys[index]!);
      while (this.slots[place] !== 0) place = (place + 1) & mask;
      this.keys[place] = keys[index]!;
      this.slots[place] = slot;
    }
  }
}
