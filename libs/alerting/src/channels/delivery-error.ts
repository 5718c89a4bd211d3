import { EgressError, SealBrokenError } from '@timbre/platform';

/** A try that failed; `final` when another one is of no use. */
export class DeliveryError extends Error {
  readonly status: number | null;
  readonly final: boolean;
  readonly retryAfterMs: number;

  constructor(
    message: string,
    {
      status = null,
      final = false,
      retryAfterMs = 0,
    }: { status?: number | null; final?: boolean; retryAfterMs?: number } = {},
  ) {
    super(message);
    this.name = 'DeliveryError';
    this.status = status;
    this.final = final;
    this.retryAfterMs = retryAfterMs;
  }

  static of(error: unknown): DeliveryError {
    if (error instanceof DeliveryError) return error;
    const message = error instanceof Error ? error.message : String(error);
    const final = (error instanceof EgressError && !error.retryable) || error instanceof SealBrokenError;
    return new DeliveryError(message, { final });
  }
}
