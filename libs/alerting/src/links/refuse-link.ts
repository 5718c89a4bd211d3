import { HttpException } from '@nestjs/common';
import { ExpiredLinkError, ForgedLinkError } from './signed-link.js';

/** A link that cannot be followed, as an answer: 410 when it was good once, 404 when it never was. */
export function refuseLink(error: unknown): unknown {
  if (error instanceof ExpiredLinkError) return new HttpException(error.message, 410);
  if (error instanceof ForgedLinkError) return new HttpException(error.message, 404);
  return error;
}
