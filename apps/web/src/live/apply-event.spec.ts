import type { LongJob } from '@timbre/contracts';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { jobsQuery } from '../api/queries.js';
import { applyEvent } from './apply-event.js';
import { parseEvent } from './listen.js';
import { LiveStore } from './live-store.js';

const job: LongJob = {
  id: 'j1',
  kind: 'import',
  title: 'news.jsonl',
  state: 'running',
  done: 10,
  total: 100,
  message: null,
  error: null,
  result: null,
  createdAt: '2024-05-14T00:00:00Z',
  finishedAt: null,
  cancelRequested: false,
};

describe('live events', () => {
  it('collect new articles instead of moving the page', () => {
    const store = new LiveStore();
    const client = new QueryClient();
    client.setQueryData(['coverage', 'overview'], 'numbers');
    applyEvent({ type: 'readings.new', data: { articles: 5 } }, client, store);
    applyEvent({ type: 'readings.new', data: { articles: 7 } }, client, store);
    expect(store.read().newArticles).toBe(12);
    expect(client.getQueryState(['coverage', 'overview'])?.isInvalidated).toBe(false);
    store.shown();
    expect(store.read().newArticles).toBe(0);
  });

  it('move the bar of a known job and refresh coverage when it ends', () => {
    const client = new QueryClient();
    client.setQueryData(jobsQuery().queryKey, [job]);
    client.setQueryData(['coverage', 'overview'], 'numbers');
    const data = { id: 'j1', kind: 'import', state: 'running' as const, done: 60, total: 100, message: null };
    applyEvent({ type: 'job.progress', data }, client, new LiveStore());
    expect(client.getQueryData(jobsQuery().queryKey)?.[0]?.done).toBe(60);
    applyEvent({ type: 'job.progress', data: { ...data, state: 'done' } }, client, new LiveStore());
    expect(client.getQueryState(['coverage', 'overview'])?.isInvalidated).toBe(true);
  });

  it('are read whole or bare, and unknown ones are passed over', () => {
    const whole = parseEvent('message', '{"type":"readings.new","data":{"articles":3}}');
    expect(whole).toEqual(parseEvent('readings.new', '{"articles":3}'));
    expect(parseEvent('message', '{"type":"from.the.future","data":{}}')).toBeNull();
    expect(parseEvent('message', 'not json')).toBeNull();
  });
});
