export { Access, type AccessRequirement, accessOf, CurrentUser, type Principal, principalOf } from './access.js';
export { AUDIT_TRAIL, type AuditTrail } from './audit-trail.port.js';
export { bootstrapHttp, httpApplicationOptions, type HttpSettings } from './bootstrap-http.js';
export { decodeCursor, encodeCursor } from './cursor.js';
export { HttpModule } from './http.module.js';
export { InvalidInputError, NotFoundError, ProblemError, type ProblemFields } from './problem-error.js';
export { CreateRateLimit1795000000001 } from './rate-limit-schema.migration.js';
export { RateLimited } from './rate-limit.guard.js';
export { type RateLimit, RateLimiter, TooManyRequestsError } from './rate-limiter.js';
