import { describe, expect, it } from 'vitest';
import { shouldReread } from './reread-decision.js';
import { rereadKind } from './reread.job.js';

const now = new Date('2026-01-01T12:00:00Z');
const job = (state: 'running' | 'done' | 'cancelled', title = 'v2', finishedAt: string | null = null) => ({
  kind: rereadKind,
  title,
  state,
  finishedAt,
});

describe('shouldReread', () => {
  it.each([
    ['nothing is outdated', 0, [], false],
    ['something is', 5, [], true],
    ['a re-reading runs, of whatever version', 5, [job('running', 'v1')], false],
    ['somebody cancelled this version', 5, [job('cancelled')], false],
    ['somebody cancelled another version', 5, [job('cancelled', 'v1')], true],
    ['it was just done', 5, [job('done', 'v2', '2026-01-01T11:50:00Z')], false],
    ['it was done long ago', 5, [job('done', 'v2', '2026-01-01T09:00:00Z')], true],
    ['another kind of job runs', 5, [{ ...job('running'), kind: 'import' }], true],
  ])('when %s', (_case, outdated, jobs, expected) => {
    expect(shouldReread(outdated, 'v2', jobs, now)).toBe(expected);
  });
});
