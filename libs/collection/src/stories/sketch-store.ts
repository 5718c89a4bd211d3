const CHUNK = 1 << 20;

/** Sketches by slot, in chunks of 4 MB: growing copies nothing, and no array is larger than needed. */
export class SketchStore {
  private readonly chunks: Uint32Array<ArrayBuffer>[] = [];
  private used = CHUNK;
  private starts = new Float64Array(1024);
  private lengths = new Uint8Array(1024);

  count = 0;

  /** Keeps a sketch of at most 255 entries and returns its slot. */
  push(sketch: Uint32Array): number {
    if (this.used + sketch.length > CHUNK) {
      this.chunks.push(new Uint32Array(CHUNK));
      this.used = 0;
    }
    if (this.count === this.starts.length) this.growPlaces();
    this.chunks.at(-1)!.set(sketch, this.used);
    this.starts[this.count] = (this.chunks.length - 1) * CHUNK + this.used;
    this.lengths[this.count] = sketch.length;
    this.used += sketch.length;
    this.count += 1;
    return this.count - 1;
  }

  at(slot: number): Uint32Array<ArrayBuffer> {
    const start = this.starts[slot]!;
    const from = start % CHUNK;
    return this.chunks[Math.floor(start / CHUNK)]!.subarray(from, from + this.lengths[slot]!);
  }

  private growPlaces(): void {
    const starts = new Float64Array(this.starts.length * 2);
    starts.set(this.starts);
    const lengths = new Uint8Array(starts.length);
    lengths.set(this.lengths);
    this.starts = starts;
    this.lengths = lengths;
  }
}
