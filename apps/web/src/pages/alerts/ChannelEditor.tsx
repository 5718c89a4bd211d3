import type { AlertChannel, ChannelKind } from '@timbre/contracts';
import { channelKind, secondsOf } from '@timbre/contracts';
import { Button, Drawer, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../preferences/preferences.js';
import { useAlertAction } from './use-alert-action.js';
import { lengthText } from './use-alert-format.js';

interface Values {
  kind: ChannelKind;
  name: string;
  language: 'en' | 'zh';
  url?: string;
  secret?: string;
  chat?: string;
  to?: string[];
  escalateTo?: string;
  escalateAfter?: string;
}

interface Props {
  /** Null for a new one. */
  channel: AlertChannel | null;
  others: readonly AlertChannel[];
  onClose: () => void;
}

/** What a form means as the body of a request: what is left empty stays as it is, or is not there. */
function bodyOf({ escalateTo, escalateAfter, ...values }: Values, channel: AlertChannel | null): object {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
  const escalation = escalateTo === undefined ? null : { to: escalateTo, after: escalateAfter ?? '30m' };
  return { ...given, escalation, enabled: channel?.enabled ?? true };
}

/** Where alerts go: a new channel, or one that is there. */
export default function ChannelEditor({ channel, others, onClose }: Props) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const action = useAlertAction(onClose);
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? channel?.kind ?? 'email';
  const escalateTo = Form.useWatch('escalateTo', form) ?? channel?.escalation?.to;
  const needed = [{ required: true, message: '' }];
  const known = channel?.kind === kind;
  const hooked = kind !== 'email' && kind !== 'in-app' && kind !== 'telegram';
  const secret =
    kind === 'webhook' || kind === 'feishu' || kind === 'dingtalk' || kind === 'telegram' || kind === 'ntfy';
  const submit = (values: Values) =>
    action.mutate({
      path: channel === null ? '/alert-channels' : `/alert-channels/${channel.id}`,
      method: channel === null ? 'POST' : 'PUT',
      body: bodyOf(values, channel),
      said: t('alerts.saved'),
    });
  return (
    <Drawer
      open
      size={420}
      title={channel === null ? t('alerts.addChannel') : t('alertRules.editChannel')}
      onClose={onClose}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: channel?.kind ?? 'email',
          name: channel?.name,
          to: channel?.to,
          chat: channel?.chat ?? undefined,
          language: channel?.language ?? (language === 'zh-CN' ? 'zh' : 'en'),
          escalateTo: channel?.escalation?.to,
          escalateAfter: lengthText(channel?.escalation?.after ?? 1_800),
        }}
        onFinish={submit}
      >
        <Form.Item name="kind" label={t('alerts.kind')}>
          <Select options={channelKind.options.map((value) => ({ value, label: t(`alerts.channelKinds.${value}`) }))} />
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
          <Form.Item
            name="url"
            label={t('alerts.address')}
            rules={known ? [] : needed}
            extra={known ? t('alertRules.addressKept', { host: channel.host ?? '' }) : undefined}
          >
            <Input type="url" placeholder="https://" />
          </Form.Item>
        )}
        {secret && (
          <Form.Item
            name="secret"
            label={t('alerts.secret')}
            extra={known && channel.hasSecret ? t('alertRules.secretKept') : t('alerts.secretHint')}
            rules={kind === 'telegram' && !(known && channel.hasSecret) ? needed : []}
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
        {others.length > 0 && (
          <Form.Item name="escalateTo" label={t('alertRules.escalateTo')}>
            <Select
              allowClear
              placeholder={t('alertRules.escalateNobody')}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
        {others.length > 0 && escalateTo !== undefined && (
          <Form.Item
            name="escalateAfter"
            label={t('alertRules.escalateAfter')}
            rules={[
              {
                validator: (_, text: string) =>
                  secondsOf(text) === null ? Promise.reject(new Error()) : Promise.resolve(),
              },
            ]}
          >
            <Input placeholder="30m" />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" loading={action.isPending}>
          {channel === null ? t('alerts.create') : t('alertRules.save')}
        </Button>
      </Form>
    </Drawer>
  );
}
