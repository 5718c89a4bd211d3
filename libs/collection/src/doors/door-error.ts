import { ProblemError } from '@timbre/platform';

/** Stable codes of what an API answered, or a mapping missed. */
export type DoorErrorCode =
  'door.not_json' | 'door.refused' | 'door.no_items' | 'door.bad_path' | 'door.item_without_words' | 'door.status';

/** The other side answered something that cannot be read as its kind of source. */
export class DoorError extends ProblemError {
  declare readonly code: DoorErrorCode;

  constructor(code: DoorErrorCode, detail: string) {
    super({ status: 422, code, detail });
  }
}
