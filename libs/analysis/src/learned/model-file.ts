import type { LanguageModel } from './sentiment-model.js';

/** A model file is not what `serializeModel` wrote; train it anew with `timbre train`. */
export class ModelFormatError extends Error {
  override readonly name = 'ModelFormatError';
}

const format = 'timbre-sentiment-1';

/** Bytes of a model file: one line of JSON, then the int8 weights of the buckets that are used, with their numbers. */
export function serializeModel({ linear, voters }: LanguageModel): Uint8Array {
  const { lang, buckets, step, weights } = linear;
  if (!(weights instanceof Int8Array)) throw new ModelFormatError('Quantise the weights before writing them.');
  const header = new TextEncoder().encode(`${JSON.stringify({ format, lang, buckets, step, voters })}\n`);
  const bytes = new Uint8Array(header.length + weights.length);
  bytes.set(header);
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), header.length);
  return bytes;
}

/**
 * Reads a model file.
 * @throws ModelFormatError when the header or the number of weights is wrong.
 */
export function parseModel(bytes: Uint8Array): LanguageModel {
  const end = bytes.indexOf(10);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, Math.max(0, end)))) as Record<string, unknown>;
  const { lang, buckets, step, voters } = header;
  if (
    header['format'] !== format ||
    typeof lang !== 'string' ||
    typeof buckets !== 'number' ||
    typeof step !== 'number'
  )
    throw new ModelFormatError('This is no sentiment model of this version; run `timbre train`.');
  const numbers = voters as Record<string, unknown> | undefined;
  if (['learned', 'rule', 'doubt', 'neutral', 'length'].some((name) => typeof numbers?.[name] !== 'number'))
    throw new ModelFormatError('The model file lacks the weights of the voters; run `timbre train`.');
  const weights = new Int8Array(bytes.subarray(end + 1));
  if (weights.length !== buckets * 3) throw new ModelFormatError('The model file is cut short; run `timbre train`.');
  return { linear: { lang, buckets, step, weights }, voters: voters as LanguageModel['voters'] };
}
