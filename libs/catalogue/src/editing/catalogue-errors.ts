import { ProblemError } from '@timbre/platform';

/** An item with this id is there already. */
export class ItemExistsError extends ProblemError {
  constructor(kind: string, id: string) {
    super({
      status: 409,
      code: `${kind}.exists`,
      detail: `There is a ${kind} with the id "${id}" already. Change that one, or choose another id.`,
    });
  }
}
