/** Bytes of a stream, taken line by line or by number; holds no more than what was not taken yet. */
export class ByteQueue {
  private readonly chunks: AsyncIterator<Uint8Array>;
  private held: Buffer = Buffer.alloc(0);
  private ended = false;

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.chunks = stream[Symbol.asyncIterator]();
  }

  /** The next line without its end (LF or CRLF), cut after `longest` bytes; null at the end of the stream. */
  async line(longest: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    let length = 0;
    for (;;) {
      const end = this.held.indexOf(0x0a);
      const part = end === -1 ? this.held : this.held.subarray(0, end);
      if (length < longest) parts.push(part.subarray(0, longest - length));
      length += part.length;
      if (end !== -1) {
        this.held = this.held.subarray(end + 1);
        break;
      }
      if (!(await this.next())) {
        if (length === 0) return null;
        break;
      }
    }
    const line = Buffer.concat(parts);
    return line.at(-1) === 0x0d ? line.subarray(0, -1) : line;
  }

  /** Exactly so many bytes; fewer only where the stream breaks off. */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    await this.pass(length, (part) => parts.push(part));
    return Buffer.concat(parts);
  }

  /** Drops so many bytes; false where the stream breaks off before. */
  async skip(length: number): Promise<boolean> {
    return (await this.pass(length, () => undefined)) === 0;
  }

  private async pass(length: number, use: (part: Buffer) => void): Promise<number> {
    let missing = length;
    while (missing > 0 && (this.held.length > 0 || (await this.next()))) {
      const part = this.held.subarray(0, missing);
      this.held = this.held.subarray(part.length);
      missing -= part.length;
      use(part);
    }
    return missing;
  }

  /** Replaces what is held; only called when all of it was taken or copied. */
  private async next(): Promise<boolean> {
    this.held = Buffer.alloc(0);
    if (this.ended) return false;
    const { done, value } = await this.chunks.next();
    if (done === true) {
      this.ended = true;
      return false;
    }
    this.held = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return true;
  }
}
