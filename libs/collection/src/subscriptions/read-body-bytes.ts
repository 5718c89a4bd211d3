import { ProblemError } from '@timbre/platform';

class BodyTooLargeError extends ProblemError {
  constructor(limit: number) {
    super({
      status: 413,
      code: 'body.too_large',
      detail: `The body is larger than ${limit} bytes. Split it, or raise TIMBRE_BODY_LIMIT.`,
    });
  }
}

/** A request's body that no parser took. @throws BodyTooLargeError */
export async function readBodyBytes(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > limit) throw new BodyTooLargeError(limit);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
