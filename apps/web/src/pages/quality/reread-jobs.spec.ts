import type { LongJob, RereadPreview } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { failureNames } from './failure-names.js';
import { latestOf, previewOf, rereadKinds } from './reread-jobs.js';

const preview: RereadPreview = {
  version: 'v2',
  sample: 0,
  outdated: 3,
  from: null,
  to: null,
  fallbacks: 0,
  labels: { compared: 0, changed: 0, flipped: 0 },
  languages: [],
  targets: [],
  quotes: { before: 0, after: 0, kept: 0 },
  forecasts: { before: 0, after: 0, kept: 0 },
};
const job = (id: string, parts: Partial<LongJob> = {}): LongJob => ({
  id,
  kind: rereadKinds.preview,
  title: '',
  state: 'done',
  done: 1,
  total: 1,
  message: null,
  error: null,
  result: { ...preview },
  createdAt: '2026-01-01T00:00:00Z',
  finishedAt: null,
  cancelRequested: false,
  ...parts,
});

describe('previewOf', () => {
  it('shows what the newest preview found, as long as its version runs', () => {
    const jobs = [job('other', { kind: rereadKinds.reread }), job('new'), job('old')];
    expect(latestOf(jobs, rereadKinds.preview)?.id).toBe('new');
    expect(previewOf(jobs[1], 'v2')).toEqual(preview);
    expect(previewOf(jobs[1], 'v3')).toBeNull();
  });

  it('shows nothing of one that did not finish, or that an older server wrote', () => {
    expect(previewOf(job('1', { state: 'cancelled' }), 'v2')).toBeNull();
    expect(previewOf(job('1', { result: { version: 'v2' } }), 'v2')).toBeNull();
    expect(previewOf(undefined, 'v2')).toBeNull();
  });
});

describe('failureNames', () => {
  it('counts what it does not know together', () => {
    expect(failureNames({ budget: 2, new: 3, newer: 1 })).toEqual([
      { failure: 'other', n: 4 },
      { failure: 'budget', n: 2 },
    ]);
  });
});
