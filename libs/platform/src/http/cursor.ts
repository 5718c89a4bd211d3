import { z } from 'zod';
import { InvalidInputError } from './problem-error.js';

/** Keyset paging: the sort key of the last row, as an opaque string. Bound to nothing secret, so it is not signed. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/**
 * Reads a cursor back and checks its parts.
 *
 * @example const [published, id] = decodeCursor(z.tuple([z.iso.datetime(), z.uuid()]), query.cursor);
 * @throws InvalidInputError when it was not made by `encodeCursor` with these parts.
 */
export function decodeCursor<Parts extends z.ZodType>(parts: Parts, cursor: string): z.output<Parts> {
  const parsed = parts.safeParse(parseOrNull(cursor));
  if (!parsed.success) {
    throw new InvalidInputError([{ path: 'cursor', message: 'is not a cursor of this list; begin without one' }]);
  }
  return parsed.data;
}

function parseOrNull(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
