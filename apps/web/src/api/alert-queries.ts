import type { AlertRuleInput } from '@timbre/contracts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './client.js';

/** First key of all that alert events make stale. */
export const ALERTS = 'alerts';

export const alertListQuery = () =>
  queryOptions({
    queryKey: [ALERTS, 'list'],
    queryFn: ({ signal }) => request('alerts', '/alerts', { signal }),
    refetchInterval: 30_000,
  });

export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: [ALERTS, 'one', id],
    queryFn: ({ signal }) => request('alert', `/alerts/${encodeURIComponent(id)}`, { signal }),
  });

export const alertRulesQuery = () =>
  queryOptions({
    queryKey: [ALERTS, 'rules'],
    queryFn: ({ signal }) => request('alertRules', '/alert-rules', { signal }),
    refetchInterval: 30_000,
  });

export const alertChannelsQuery = () =>
  queryOptions({
    queryKey: [ALERTS, 'channels'],
    queryFn: ({ signal }) => request('alertChannels', '/alert-channels', { signal }),
  });

export const alertSilencesQuery = () =>
  queryOptions({
    queryKey: [ALERTS, 'silences'],
    queryFn: ({ signal }) => request('alertSilences', '/alert-silences', { signal }),
  });

export const notificationsQuery = () =>
  queryOptions({
    queryKey: [ALERTS, 'notifications'],
    queryFn: ({ signal }) => request('notifications', '/notifications', { signal }),
    refetchInterval: 15_000,
  });

export const ruleSeriesQuery = (id: string) =>
  queryOptions({
    queryKey: [ALERTS, 'series', id],
    queryFn: ({ signal }) => request('alertRuleSeries', `/alert-rules/${encodeURIComponent(id)}/series`, { signal }),
  });

/** First key of replays, which marks make stale. */
export const SIMULATION = 'simulation';

/** A rule replayed over the past 90 days; null while it is not complete. */
export const simulationQuery = (rule: AlertRuleInput | null, series?: string) =>
  queryOptions({
    queryKey: [SIMULATION, rule, series],
    queryFn: ({ signal }) =>
      request('alertSimulation', '/alert-rules/simulate', {
        method: 'POST',
        body: { rule, ...(series === undefined ? {} : { series }) },
        signal,
      }),
    enabled: rule !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  });
