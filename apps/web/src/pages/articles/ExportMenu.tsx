import { DownloadOutlined } from '@ant-design/icons';
import { type ExportFormat, exportFormat } from '@timbre/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { apiPath, request } from '../../api/client.js';
import { jobsQuery } from '../../api/queries.js';
import type { CoverageParameters } from '../../filter/use-filter.js';
import { useFormat } from '../../format/use-format.js';

const names: Record<ExportFormat, string> = { csv: 'CSV', xlsx: 'Excel', jsonl: 'JSON Lines', parquet: 'Parquet' };

/** The list as a file: small ones come at once, large ones run as a job that says so. */
export function ExportMenu({ parameters }: { parameters: CoverageParameters | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: async (file: ExportFormat) => {
      const query = Object.fromEntries(
        Object.entries(parameters ?? {}).filter(([name, value]) => name !== 'story' && value !== ''),
      );
      const { rows, direct } = await request('exportSize', '/exports/articles/size', { query });
      if (!direct)
        await request('job', '/exports', { method: 'POST', body: { kind: 'articles', format: file, query } });
      return { rows, direct, url: apiPath(`/exports/articles.${file}`, query) };
    },
    onSuccess: ({ rows, direct, url }) => {
      if (direct) {
        const link = Object.assign(document.createElement('a'), { href: url, download: '' });
        link.click();
        return;
      }
      void client.invalidateQueries({ queryKey: jobsQuery().queryKey });
      void message.info(t('reports.exportStarted', { rows: format.count(rows) }));
    },
    onError: (error) => void message.error(error.message),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: exportFormat.options.map((key) => ({ key, label: names[key] })),
        onClick: ({ key }) => start.mutate(exportFormat.parse(key)),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={start.isPending} disabled={parameters === null}>
        {t('reports.export')}
      </Button>
    </Dropdown>
  );
}
