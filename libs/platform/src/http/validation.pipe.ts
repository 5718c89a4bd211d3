import { StandardSchemaValidationPipe } from '@nestjs/common';
import { InvalidInputError } from './problem-error.js';

/** Fields named in one answer; a body with thousands of wrong fields is told about the first ones. */
const mostErrors = 50;

/** The global pipe: checks `@Body({ schema })`, `@Query({ schema })`, `@Param('id', { schema })` and hands on the parsed value. */
export function createValidationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new InvalidInputError(
        issues.slice(0, mostErrors).map(({ path, message }) => ({
          path: (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
          message,
        })),
      ),
  });
}
