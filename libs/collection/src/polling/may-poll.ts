import type { SourceEntity } from '../sources/source.entity.js';

type Standing = Pick<SourceEntity, 'enabled' | 'retiredAt' | 'nextAttempt'>;

/** Why a job wants a source to be asked. */
export interface PollReason {
  /** The next attempt that the schedule wrote when it took the source. */
  due?: string | undefined;
  /** A person asked for it. */
  forced?: boolean | undefined;
}

/**
 * Whether the source is still to be asked when the job runs: a job may come twice or late, and a server that named a
 * time must not be asked before. The value that the schedule wrote stands in the row until somebody polls.
 */
export function mayPoll({ enabled, retiredAt, nextAttempt }: Standing, reason: PollReason, now: Date): boolean {
  if (!enabled) return false;
  if (reason.forced) return true;
  if (retiredAt !== null) return false;
  if (reason.due !== undefined) return nextAttempt?.toISOString() === reason.due;
  return nextAttempt === null || nextAttempt <= now;
}
