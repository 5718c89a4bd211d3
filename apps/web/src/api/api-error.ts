import type { Problem } from '@timbre/contracts';

/** An answer that was not 2xx, as problem details; `status` 0 means that the server did not answer at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly status: number,
    message: string,
    readonly code: string,
    readonly requestId: string | null,
    readonly errors: NonNullable<Problem['errors']>,
  ) {
    super(message);
  }

  get signedOut(): boolean {
    return this.status === 401;
  }
}
