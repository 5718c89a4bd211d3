import { ProblemError } from '../http/index.js';

/** Stable codes of what can go wrong on the way out. */
export type EgressErrorCode =
  | 'egress.bad_url'
  | 'egress.scheme_forbidden'
  | 'egress.credentials_forbidden'
  | 'egress.port_forbidden'
  | 'egress.address_forbidden'
  | 'egress.dns'
  | 'egress.tls'
  | 'egress.connection'
  | 'egress.timeout'
  | 'egress.aborted'
  | 'egress.too_large'
  | 'egress.headers_too_large'
  | 'egress.bad_response'
  | 'egress.bad_encoding'
  | 'egress.bad_request'
  | 'egress.too_many_redirects'
  | 'egress.redirect_loop'
  | 'egress.proxy';

/** Trying again later may succeed; for the other codes somebody must change something first. */
const passing: ReadonlySet<EgressErrorCode> = new Set([
  'egress.dns',
  'egress.connection',
  'egress.timeout',
  'egress.bad_response',
  'egress.proxy',
]);

/** A URL was not fetched, or its answer was not taken. 422 where it reaches an HTTP client. */
export class EgressError extends ProblemError {
  declare readonly code: EgressErrorCode;

  constructor(code: EgressErrorCode, detail: string, options?: ErrorOptions) {
    super({ status: 422, code, detail }, options);
  }

  /** Whether the same request may succeed later. */
  get retryable(): boolean {
    return passing.has(this.code);
  }
}
