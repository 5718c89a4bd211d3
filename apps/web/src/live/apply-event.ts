import type { AppEvent, LongJob } from '@timbre/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { ANNOTATIONS } from '../api/coverage-queries.js';
import { COVERAGE, jobsQuery } from '../api/queries.js';
import type { LiveStore } from './live-store.js';

/** What an event changes: numbers wait behind the "new articles" pill, lists that people watch refresh at once. */
export function applyEvent(event: AppEvent, client: QueryClient, store: LiveStore): void {
  switch (event.type) {
    case 'readings.new':
      store.announce(event.data.articles);
      return;
    case 'articles.removed':
    case 'correction.changed':
      void client.invalidateQueries({ queryKey: [COVERAGE] });
      return;
    case 'job.progress':
      progress(event.data, client);
      return;
    case 'annotations.changed':
      void client.invalidateQueries({ queryKey: [ANNOTATIONS] });
      return;
    case 'catalogue.changed':
      void client.invalidateQueries({ queryKey: ['catalogue'] });
      return;
    case 'source.changed':
      void client.invalidateQueries({ queryKey: ['sources'] });
      return;
    case 'settings.changed':
      void client.invalidateQueries({ queryKey: ['settings'] });
      return;
    case 'alert.changed':
    case 'notification.changed':
      void client.invalidateQueries({ queryKey: ['alerts'] });
      return;
    case 'report.changed':
      // No page shows these yet; theirs will subscribe by its own key.
      return;
  }
}

function progress(change: Partial<LongJob> & Pick<LongJob, 'id' | 'state'>, client: QueryClient): void {
  const key = jobsQuery().queryKey;
  const jobs = client.getQueryData(key);
  const known = jobs?.some((job) => job.id === change.id);
  if (known)
    client.setQueryData(key, (before) => before?.map((job) => (job.id === change.id ? { ...job, ...change } : job)));
  if (known && change.state === 'running') return;
  void client.invalidateQueries({ queryKey: key });
  if (change.state === 'done' || change.state === 'cancelled')
    void client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === COVERAGE || queryKey[0] === 'sources',
    });
}
