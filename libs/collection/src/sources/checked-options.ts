import { type SourceKind, sourceOptions } from '@timbre/contracts';
import { InvalidInputError } from '@timbre/platform';

/**
 * The settings of a kind, with what it takes for granted filled in.
 * @throws InvalidInputError
 */
export function checkedOptions(kind: SourceKind, options: Record<string, unknown>): Record<string, unknown> {
  const parsed = sourceOptions[kind].safeParse(options);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    parsed.error.issues.map(({ path, message }) => ({ path: ['options', ...path].join('.'), message })),
  );
}
