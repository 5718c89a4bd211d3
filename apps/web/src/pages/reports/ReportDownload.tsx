import { DownloadOutlined } from '@ant-design/icons';
import { type ReportDocument, type ReportFormat, reportFormat } from '@timbre/contracts';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { reportFile } from '../../api/report-queries.js';

/** The document as it stands, saved or not, as a file. */
export function ReportDownload({ document: report }: { document: ReportDocument }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const download = useMutation({
    mutationFn: (format: ReportFormat) => reportFile(report, format),
    onSuccess: (file, format) => {
      const url = URL.createObjectURL(file);
      const link = Object.assign(document.createElement('a'), { href: url, download: `${report.name}.${format}` });
      link.click();
      URL.revokeObjectURL(url);
    },
    onError: (error) => void message.error(error.message),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: reportFormat.options.map((format) => ({ key: format, label: t(`reports.formats.${format}`) })),
        onClick: ({ key }) => download.mutate(reportFormat.parse(key)),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={download.isPending}>
        {t('reports.download')}
      </Button>
    </Dropdown>
  );
}
