import type { LongJob } from '@timbre/contracts';
import { expect, it } from 'vitest';
import { jobAsSeen } from './job-as-seen.js';

const job: LongJob = {
  id: 'j',
  kind: 'export',
  title: 'articles.csv',
  state: 'done',
  done: 3,
  total: 3,
  message: null,
  error: null,
  result: { rows: 3, download: '/api/v1/exports/files/x.csv?signature=y' },
  createdAt: '2026-11-02T08:00:00Z',
  finishedAt: null,
  cancelRequested: false,
};

it('gives the link of a file to who asked for it and to nobody else', () => {
  expect(jobAsSeen({ job, startedBy: 'ann' }, { userId: 'ann', role: 'viewer' })).toEqual({ ...job, mayCancel: true });
  for (const role of ['viewer', 'analyst', 'admin'] as const) {
    expect(jobAsSeen({ job, startedBy: 'ann' }, { userId: 'bob', role }).result).toEqual({ rows: 3 });
  }
});

it('lets viewers stop their own jobs only', () => {
  const may = (startedBy: string | null, role: 'viewer' | 'analyst') =>
    jobAsSeen({ job, startedBy }, { userId: 'bob', role }).mayCancel;
  expect([may('bob', 'viewer'), may('ann', 'viewer'), may(null, 'viewer'), may('ann', 'analyst')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
