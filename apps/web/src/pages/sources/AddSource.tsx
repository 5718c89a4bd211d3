import type { SourceKind } from '@timbre/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Drawer, Form, Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';

interface Values {
  kind: Extract<SourceKind, 'feed' | 'page' | 'push'>;
  name: string;
  url?: string;
  outlet?: string;
  language?: string;
  fetchPages?: boolean;
}

export default function AddSource({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? 'feed';
  const add = useMutation({
    mutationFn: (values: Values) =>
      request('source', '/sources', {
        method: 'POST',
        body: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')),
      }),
    onSuccess: () => {
      void message.success(t('sources.created'));
      void client.invalidateQueries({ queryKey: ['sources'] });
      onClose();
    },
  });
  const needed = [{ required: true, message: '' }];
  return (
    <Drawer open title={t('sources.add')} onClose={onClose} size={420} closable={{ 'aria-label': t('shell.close') }}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'feed', fetchPages: true }}
        onFinish={(values) => add.mutate(values)}
      >
        {add.error && <Alert type="error" showIcon title={add.error.message} className="form-error" />}
        <Form.Item name="kind" label={t('sources.kind')}>
          <Segmented
            options={(['feed', 'page', 'push'] as const).map((value) => ({
              value,
              label: t(`sources.kinds.${value}`),
            }))}
          />
        </Form.Item>
        {kind !== 'push' && (
          <Form.Item name="url" label={t('sources.address')} extra={t('sources.addressHint')} rules={needed}>
            <Input type="url" placeholder="https://" />
          </Form.Item>
        )}
        <Form.Item name="name" label={t('sources.name')} rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="outlet" label={t('sources.outlet')} extra={t('sources.outletHint')}>
          <Input />
        </Form.Item>
        <Form.Item name="language" label={t('sources.language')}>
          <Select
            allowClear
            options={[
              { value: 'zh', label: t('filter.language.zh') },
              { value: 'en', label: t('filter.language.en') },
            ]}
          />
        </Form.Item>
        {kind === 'feed' && (
          <Form.Item name="fetchPages" valuePropName="checked">
            <Checkbox>{t('sources.fetchPages')}</Checkbox>
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('sources.create')}
        </Button>
      </Form>
    </Drawer>
  );
}
