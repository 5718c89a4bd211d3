import { HttpException } from '@nestjs/common';
import type { Problem } from '@timbre/contracts';
import { z } from 'zod';
import { errorCode, isConnectionTrouble } from '../database/connection-trouble.js';
import { ProblemError } from './problem-error.js';

export type ProblemBody = Problem & { retryAfter?: number };

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be processed',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not available now',
};

/** SQLSTATEs that the client's input causes → status, code and what to do. */
const databaseProblems: Record<string, [number, string, string]> = {
  '22021': [400, 'input.text', 'A text holds a character that cannot be stored (U+0000). Take it out.'],
  '22P05': [400, 'input.text', 'A text holds a character that cannot be stored. Take it out.'],
  '22P02': [400, 'input.invalid', 'A value has the wrong form for its field.'],
  '22003': [400, 'input.range', 'A number is too large or too small.'],
  '22008': [400, 'input.range', 'A date is too early or too late.'],
  '23505': [409, 'conflict.duplicate', 'There is one like this already.'],
  '23503': [409, 'conflict.reference', 'Something else refers to this, or what it refers to is gone.'],
  '57014': [503, 'database.timeout', 'The question took too long. Ask for a shorter range, or try again.'],
  '53100': [503, 'database.full', 'The disk of the database is full. Free some space; work goes on by itself.'],
};

/** Any error → problem details (RFC 9457). What is not understood becomes a bare 500: its message may hold secrets. */
export function problemOf(error: unknown): ProblemBody {
  if (error instanceof ProblemError) {
    return problem(error.status, error.code, error.message, { errors: error.errors, retryAfter: error.retryAfter });
  }
  if (error instanceof z.ZodError) {
    const errors = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return problem(400, 'input.invalid', describeFirst(errors), { errors });
  }
  if (error instanceof HttpException) return problem(error.getStatus(), `http.${error.getStatus()}`, error.message);
  if (isConnectionTrouble(error)) {
    return problem(503, 'database.unavailable', 'The database cannot be reached. Try again in a moment.', {
      retryAfter: 2,
    });
  }
  const known = databaseProblems[errorCode(error) ?? ''];
  if (known !== undefined) return problem(...known);
  return (
    requestProblem(error) ??
    problem(500, 'internal', 'The server made a mistake. Its log tells more under the request id.')
  );
}

/** Errors of the body parser and of Express carry a client status. */
function requestProblem(error: unknown): ProblemBody | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  const { status } = error;
  if (typeof status !== 'number' || status < 400 || status > 499) return null;
  const type = 'type' in error ? String(error.type) : '';
  switch (type) {
    case 'entity.parse.failed':
      return problem(400, 'body.json', 'The body is not JSON.');
    case 'entity.too.large':
      return problem(413, 'body.too_large', 'The body is larger than TIMBRE_BODY_LIMIT allows.');
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return problem(415, 'body.encoding', 'The body must be UTF-8, plain or compressed with gzip or deflate.');
    default:
      return problem(status, `http.${status}`, titles[status] ?? 'The request cannot be answered.');
  }
}

/** One sentence from the first error of a field. */
function describeFirst(errors: readonly { path: string; message: string }[]): string {
  const first = errors[0];
  if (first === undefined) return 'The input is not valid.';
  return first.path === '' ? first.message : `${first.path}: ${first.message}`;
}

function problem(
  status: number,
  code: string,
  detail: string,
  more: Pick<ProblemBody, 'errors' | 'retryAfter'> = {},
): ProblemBody {
  const body: ProblemBody = { type: 'about:blank', title: titles[status] ?? 'Error', status, code, detail };
  if (more.errors !== undefined) body.errors = more.errors;
  if (more.retryAfter !== undefined) body.retryAfter = more.retryAfter;
  return body;
}
