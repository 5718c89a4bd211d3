/** What a bad line is answered with. */
export interface LineErrorAnswer {
  id?: string | number;
  line: number;
  error: { code: string; message: string };
}

/** An error whose code and message are meant for the answer to a line. */
export class LineError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'LineError';
  }
}

/** The id that the input names, so that its answer can be matched even when the rest is wrong. */
export function idOf(value: unknown): string | number | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' || typeof value.id === 'number' ? value.id : undefined;
}

/** The answer to a line that failed. Errors keep their own stable `code`; others are `internal`. */
export function errorAnswer(line: number, id: string | number | undefined, error: unknown): LineErrorAnswer {
  const code =
    typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
      ? error.code
      : 'internal';
  const message = error instanceof Error ? error.message : String(error);
  return { ...(id === undefined ? {} : { id }), line, error: { code, message } };
}
