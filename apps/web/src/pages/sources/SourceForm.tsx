import type { Source } from '@timbre/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Drawer, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../api/client.js';
import { FeedFinder } from './FeedFinder.js';
import { KindFields } from './KindFields.js';
import { SourceTrial } from './SourceTrial.js';
import { WebhookAddress } from './WebhookAddress.js';
import {
  addedKinds,
  formValues,
  hasAddress,
  hasPages,
  sourceBody,
  sourceChanges,
  type SourceFormValues,
} from './source-form-values.js';

/** Adds a source, or changes the given one. */
export default function SourceForm({ source, onClose }: { source?: Source; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<SourceFormValues>();
  const [hook, setHook] = useState<Source | null>(source?.kind === 'webhook' ? source : null);
  const kind = Form.useWatch('kind', form) ?? source?.kind ?? 'feed';
  const added = addedKinds.find((known) => known === kind) ?? 'push';
  const save = useMutation({
    mutationFn: (values: SourceFormValues) =>
      source === undefined
        ? request('source', '/sources', { method: 'POST', body: sourceBody(values) })
        : request('source', `/sources/${encodeURIComponent(source.id)}`, {
            method: 'PATCH',
            body: sourceChanges(values),
          }),
    onSuccess: (saved) => {
      void message.success(source === undefined ? t('sources.created') : t('doors.changed'));
      void client.invalidateQueries({ queryKey: ['sources'] });
      if (saved.kind === 'webhook' && source === undefined) setHook(saved);
      else onClose();
    },
  });
  const needed = [{ required: true, message: '' }];
  const title = source === undefined ? t('sources.add') : t('doors.edit');
  return (
    <Drawer open title={title} onClose={onClose} size={460} closable={{ 'aria-label': t('shell.close') }}>
      {hook && <WebhookAddress source={hook} />}
      <Form<SourceFormValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={source === undefined ? { kind: 'feed', fetchPages: true } : formValues(source)}
        onFinish={(values) => save.mutate(values)}
      >
        {save.error && <Alert type="error" showIcon title={save.error.message} className="form-error" />}
        <Form.Item name="kind" label={t('sources.kind')}>
          <Select
            disabled={source !== undefined}
            options={addedKinds.map((value) => ({ value, label: t(`sources.kinds.${value}`) }))}
          />
        </Form.Item>
        <p className="meta form-about">{t(`doors.about.${added}`)}</p>
        {added === 'feed' && source === undefined ? (
          <FeedFinder form={form} />
        ) : (
          hasAddress(added) && (
            <Form.Item name="url" label={t('sources.address')} rules={needed}>
              <Input type="url" placeholder="https://" />
            </Form.Item>
          )
        )}
        <Form.Item name="name" label={t('sources.name')} rules={needed}>
          <Input />
        </Form.Item>
        <KindFields kind={added} />
        <details className="form-more">
          <summary>{t('doors.more')}</summary>
          <MoreFields added={added} />
        </details>
        {added !== 'push' && <SourceTrial form={form} sourceId={source?.id} />}
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {source === undefined ? t('sources.create') : t('doors.save')}
        </Button>
      </Form>
    </Drawer>
  );
}

function MoreFields({ added }: { added: SourceFormValues['kind'] }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="outlet" label={t('sources.outlet')} extra={t('sources.outletHint')}>
        <Input />
      </Form.Item>
      <Form.Item name="family" label={t('doors.family')} extra={t('doors.familyHint')}>
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
      {hasPages(added) && (
        <Form.Item name="fetchPages" valuePropName="checked">
          <Checkbox>{t('sources.fetchPages')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="retentionDays" label={t('doors.retention')} extra={t('doors.retentionHint')}>
        <InputNumber min={1} max={36_500} precision={0} />
      </Form.Item>
      {hasAddress(added) && (
        <Form.Item name="headerLines" label={t('doors.headers')} extra={t('doors.headersHint')}>
          <Input.TextArea rows={2} spellCheck={false} placeholder="Authorization: Bearer …" />
        </Form.Item>
      )}
    </>
  );
}
