import { NotFoundError } from '@timbre/platform';
import { ExpiredLinkError, ForgedLinkError } from './signed-link.js';

/** Why a link mutes nothing: good once, never made here, or its rule was deleted. */
export type MuteRefusal = 'expired' | 'forged' | 'gone';

/** Which refusal an error stands for; null for errors that the link is not to blame for. */
export function muteRefusal(error: unknown): MuteRefusal | null {
  if (error instanceof ExpiredLinkError) return 'expired';
  if (error instanceof ForgedLinkError) return 'forged';
  return error instanceof NotFoundError ? 'gone' : null;
}
