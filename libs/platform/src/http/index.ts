export { Access, type AccessRequirement, accessOf, CurrentUser, type Principal, principalOf } from './access.js';
export { decodeCursor, encodeCursor } from './cursor.js';
export { InvalidInputError, NotFoundError, ProblemError, type ProblemFields } from './problem-error.js';
