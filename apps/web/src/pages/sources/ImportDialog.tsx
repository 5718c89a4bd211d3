import { InboxOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { jobsQuery } from '../../api/queries.js';

const contentTypes: Record<string, string> = {
  jsonl: 'application/x-ndjson',
  ndjson: 'application/x-ndjson',
  csv: 'text/csv',
};

/** The content type to send a file as; null for files that cannot be imported. */
function importType(name: string): string | null {
  return contentTypes[name.toLowerCase().split('.').at(-1) ?? ''] ?? null;
}

/** Streams a file to the server as it is; reading it is a long job. */
export default function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [refused, setRefused] = useState(false);
  const upload = useMutation({
    mutationFn: ({ file, type }: { file: File; type: string }) =>
      request('job', '/imports', {
        method: 'POST',
        body: file,
        query: { name: file.name },
        headers: { 'content-type': type, 'x-file-name': encodeURIComponent(file.name) },
      }),
    onSuccess: () => {
      void message.success(t('sources.importStarted'));
      void client.invalidateQueries({ queryKey: jobsQuery().queryKey });
      onClose();
    },
  });
  return (
    <Modal open title={t('sources.import')} onCancel={onClose} footer={null}>
      <p className="prose">{t('sources.importHint')}</p>
      {refused && <Alert type="warning" showIcon title={t('sources.importWrongType')} className="form-error" />}
      {upload.error && <Alert type="error" showIcon title={upload.error.message} className="form-error" />}
      <Upload.Dragger
        accept=".jsonl,.ndjson,.csv"
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={(file) => {
          const type = importType(file.name);
          setRefused(type === null);
          if (type !== null) upload.mutate({ file, type });
          return false;
        }}
      >
        <p className="drop-icon">
          <InboxOutlined />
        </p>
        <p>{t('sources.importDrop')}</p>
      </Upload.Dragger>
    </Modal>
  );
}
