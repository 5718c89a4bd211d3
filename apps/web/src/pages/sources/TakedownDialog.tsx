import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { jobsQuery } from '../../api/queries.js';

interface Values {
  confirm: string;
  reason: string;
}

/** Deletes an outlet everywhere. It cannot be undone, so its name must be typed. */
export default function TakedownDialog({ outlet, onClose }: { outlet: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const typed = Form.useWatch('confirm', form);
  const begin = useMutation({
    mutationFn: (values: Values) => request('job', '/takedowns', { method: 'POST', body: { outlet, ...values } }),
    onSuccess: () => {
      void message.success(t('doors.takedownStarted'));
      void client.invalidateQueries({ queryKey: jobsQuery().queryKey });
      onClose();
    },
  });
  const needed = [{ required: true, message: '' }];
  return (
    <Modal
      open
      title={t('doors.takedownTitle', { outlet })}
      okText={t('doors.takedown')}
      okButtonProps={{ danger: true, disabled: typed !== outlet, loading: begin.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="prose">{t('doors.takedownHint')}</p>
      {begin.error && <Alert type="error" showIcon title={begin.error.message} className="form-error" />}
      <Form<Values> form={form} layout="vertical" requiredMark={false} onFinish={(values) => begin.mutate(values)}>
        <Form.Item name="confirm" label={t('doors.takedownConfirm', { outlet })} rules={needed}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="reason" label={t('doors.takedownReason')} rules={needed}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
