import { JSONPathEnvironment, JSONPathError } from 'json-p3';
import { DoorError } from './door-error.js';

/** Finds values in a JSON document. */
export type JsonPath = (document: unknown) => unknown[];

const environment = new JSONPathEnvironment();
// They compile what a user wrote to regular expressions, which may take for ever on what an API answers.
environment.functionRegister.delete('match');
environment.functionRegister.delete('search');

/** One descent visits the whole document once; nested ones multiply. */
const MOST_DESCENTS = 1;

/**
 * Compiles a JSONPath query (RFC 9535 without `match` and `search`).
 * @throws DoorError `door.bad_path`, with where it goes wrong
 */
export function jsonPath(query: string): JsonPath {
  if (query.replace(/'[^']*'|"[^"]*"/g, '').split('..').length - 1 > MOST_DESCENTS)
    throw new DoorError('door.bad_path', `"${query}" descends (..) more than once. Name the way to the items.`);
  const compiled = readable(query, () => environment.compile(query));
  return (document) => readable(query, () => compiled.query(document as never).values());
}

function readable<Result>(query: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    throw new DoorError('door.bad_path', `"${query}" is not a JSONPath query: ${error.message}`);
  }
}
