import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';

export const dashboardListQuery = () =>
  queryOptions({
    queryKey: ['dashboards'],
    queryFn: ({ signal }) => request('dashboards', '/dashboards', { signal }),
  });

export const dashboardQuery = (id: string) =>
  queryOptions({
    queryKey: ['dashboards', id],
    queryFn: ({ signal }) => request('dashboard', `/dashboards/${encodeURIComponent(id)}`, { signal }),
  });
