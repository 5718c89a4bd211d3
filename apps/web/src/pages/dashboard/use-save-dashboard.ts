import type { Dashboard, DashboardDocument } from '@timbre/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { dashboardListQuery, dashboardQuery } from '../../api/dashboard-queries.js';

/** Saves a dashboard as the next version of the one that was opened. */
export function useSaveDashboard(saved: Dashboard, onSaved: () => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (document: DashboardDocument) =>
      request('dashboard', `/dashboards/${saved.id}`, { method: 'PUT', body: { version: saved.version, document } }),
    onSuccess: (dashboard) => {
      client.setQueryData(dashboardQuery(dashboard.id).queryKey, dashboard);
      void client.invalidateQueries({ queryKey: dashboardListQuery().queryKey, exact: true });
      void message.success(t('dashboards.saved'));
      onSaved();
    },
    onError: (error) => void message.error(error.message),
  });
}
