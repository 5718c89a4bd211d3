import { InboxOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { jobsQuery } from '../../api/queries.js';
import { importEndings, importTarget } from './import-type.js';

/** Streams a file to the server as it is; reading it is a long job. */
export default function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [refused, setRefused] = useState(false);
  const upload = useMutation({
    mutationFn: ({ file, contentType }: { file: File; contentType: string }) =>
      request('job', '/imports', {
        method: 'POST',
        body: file,
        query: { name: file.name },
        headers: { 'content-type': contentType, 'x-file-name': encodeURIComponent(file.name) },
      }),
    onSuccess: () => {
      void message.success(t('sources.importStarted'));
      void client.invalidateQueries({ queryKey: jobsQuery().queryKey });
      onClose();
    },
  });
  const subscribe = useMutation({
    mutationFn: ({ file, contentType }: { file: File; contentType: string }) =>
      request('opmlImport', '/sources/opml', { method: 'POST', body: file, headers: { 'content-type': contentType } }),
    onSuccess: ({ added, known, rejected }) => {
      void message.success(t('doors.opmlDone', { added, known, rejected: rejected.length }));
      void client.invalidateQueries({ queryKey: ['sources'] });
      onClose();
    },
  });
  const failure = upload.error ?? subscribe.error;
  return (
    <Modal open title={t('sources.import')} onCancel={onClose} footer={null}>
      <p className="prose">{t('sources.importHint')}</p>
      {refused && <Alert type="warning" showIcon title={t('sources.importWrongType')} className="form-error" />}
      {failure && <Alert type="error" showIcon title={failure.message} className="form-error" />}
      <Upload.Dragger
        accept={importEndings}
        showUploadList={false}
        disabled={upload.isPending || subscribe.isPending}
        beforeUpload={(file) => {
          const target = importTarget(file.name);
          setRefused(target === null);
          if (target?.to === 'articles') upload.mutate({ file, contentType: target.contentType });
          else if (target?.to === 'subscriptions') subscribe.mutate({ file, contentType: target.contentType });
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
