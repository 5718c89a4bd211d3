import type { Problem } from '@timbre/contracts';

export interface ProblemFields {
  /** HTTP status. */
  status: number;
  /** Stable, dotted, lower case: `topic.not_found`. Clients switch on it. */
  code: string;
  /** For people: what is wrong and what to do next. */
  detail: string;
  /** Bad input: the path of each field, e.g. `items.0.url`. */
  errors?: Problem['errors'];
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
}

/**
 * Base of the errors that reach HTTP clients as problem+json. Features derive small named classes:
 *
 * @example
 * class TopicNameTakenError extends ProblemError {
 *   constructor(name: string) {
 *     super({ status: 409, code: 'topic.name_taken', detail: `There is a topic "${name}" already. Choose another name.` });
 *   }
 * }
 */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: Problem['errors'];
  readonly retryAfter: number | undefined;

  constructor(fields: ProblemFields, options?: ErrorOptions) {
    super(fields.detail, options);
    this.name = new.target.name;
    this.status = fields.status;
    this.code = fields.code;
    this.errors = fields.errors;
    this.retryAfter = fields.retryAfter;
  }
}

/** 404 for a thing that a path names: `new NotFoundError('topic', id)`. */
export class NotFoundError extends ProblemError {
  constructor(kind: string, id: string) {
    super({ status: 404, code: `${kind}.not_found`, detail: `There is no ${kind} ${id.slice(0, 100)}.` });
  }
}

/** 400 for input that no schema can judge alone. */
export class InvalidInputError extends ProblemError {
  constructor(errors: { path: string; message: string }[]) {
    const first = errors[0];
    super({
      status: 400,
      code: 'input.invalid',
      detail: first === undefined ? 'The input is not valid.' : `${first.path}: ${first.message}`,
      errors,
    });
  }
}
