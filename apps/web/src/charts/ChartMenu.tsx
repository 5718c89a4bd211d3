import { MoreOutlined } from '@ant-design/icons';
import type { Drawing } from '@timbre/charts';
import { lazy, Suspense, useState } from 'react';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import type { KeptChart } from './AddToDashboard.js';
import { useChartContext } from './chart-context.js';
import { saveChart, type ChartFile } from './save-chart.js';

const AddToDashboard = lazy(() => import('./AddToDashboard.js').then((module) => ({ default: module.AddToDashboard })));

interface Props {
  drawing: Drawing;
  title: string;
  /** How a dashboard would keep this chart, where one can. */
  kept?: KeptChart;
  asTable: boolean;
  onToggleTable: () => void;
}

/** What one can take away from a chart. */
export function ChartMenu({ drawing, title, kept, asTable, onToggleTable }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const context = useChartContext(960);
  const [keeping, setKeeping] = useState(false);
  const save = (kind: ChartFile) => {
    saveChart(drawing, kind, title, context).catch((error: unknown) => {
      void message.error(error instanceof Error ? error.message : String(error));
    });
  };
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href);
    void message.success(t('shell.copied'));
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [
            { key: 'table', label: asTable ? t('chart.drawing') : t('chart.table'), onClick: onToggleTable },
            { type: 'divider' },
            { key: 'png', label: t('chart.png'), onClick: () => save('png') },
            { key: 'svg', label: t('chart.svg'), onClick: () => save('svg') },
            { key: 'csv', label: t('chart.csv'), onClick: () => save('csv') },
            { type: 'divider' },
            { key: 'link', label: t('chart.copyLink'), onClick: () => void copyLink() },
            ...(kept ? [{ key: 'keep', label: t('dashboards.addTo'), onClick: () => setKeeping(true) }] : []),
          ],
        }}
      >
        <Button type="text" size="small" icon={<MoreOutlined />} aria-label={`${t('chart.menu')}: ${title}`} />
      </Dropdown>
      {keeping && kept && (
        <Suspense fallback={null}>
          <AddToDashboard title={title} chart={kept} onClose={() => setKeeping(false)} />
        </Suspense>
      )}
    </>
  );
}
