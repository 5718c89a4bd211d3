import { type ChannelKind } from '@timbre/contracts';
import { Button, Drawer, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../preferences/preferences.js';
import { useAlertAction } from './use-alert-action.js';

interface Values {
  kind: ChannelKind;
  name: string;
  language: 'en' | 'zh';
  url?: string;
  secret?: string;
  chat?: string;
  to?: string[];
}

const kinds: ChannelKind[] = [
  'email',
  'webhook',
  'slack',
  'teams',
  'feishu',
  'dingtalk',
  'wecom',
  'telegram',
  'ntfy',
  'in-app',
];

export default function AddChannel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const action = useAlertAction(onClose);
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? 'email';
  const needed = [{ required: true, message: '' }];
  const hooked = kind !== 'email' && kind !== 'in-app' && kind !== 'telegram';
  const secret =
    kind === 'webhook' || kind === 'feishu' || kind === 'dingtalk' || kind === 'telegram' || kind === 'ntfy';
  const submit = (values: Values) =>
    action.mutate({
      path: '/alert-channels',
      body: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')),
      said: t('alerts.saved'),
    });
  return (
    <Drawer
      open
      size={420}
      title={t('alerts.addChannel')}
      onClose={onClose}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'email', language: language === 'zh-CN' ? 'zh' : 'en' }}
        onFinish={submit}
      >
        <Form.Item name="kind" label={t('alerts.kind')}>
          <Select options={kinds.map((value) => ({ value, label: t(`alerts.channelKinds.${value}`) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('alerts.name')} rules={needed}>
          <Input />
        </Form.Item>
        {kind === 'email' && (
          <Form.Item name="to" label={t('alerts.mailTo')} rules={needed}>
            <Select mode="tags" tokenSeparators={[',', ' ', ';']} open={false} suffixIcon={null} />
          </Form.Item>
        )}
        {hooked && (
          <Form.Item name="url" label={t('alerts.address')} rules={needed}>
            <Input type="url" placeholder="https://" />
          </Form.Item>
        )}
        {secret && (
          <Form.Item
            name="secret"
            label={t('alerts.secret')}
            extra={t('alerts.secretHint')}
            rules={kind === 'telegram' ? needed : []}
          >
            <Input.Password autoComplete="off" />
          </Form.Item>
        )}
        {kind === 'telegram' && (
          <Form.Item name="chat" label={t('alerts.chat')} rules={needed}>
            <Input />
          </Form.Item>
        )}
        <Form.Item name="language" label={t('alerts.language')}>
          <Select
            options={(['en', 'zh'] as const).map((value) => ({ value, label: t(`alerts.languages.${value}`) }))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={action.isPending}>
          {t('alerts.create')}
        </Button>
      </Form>
    </Drawer>
  );
}
