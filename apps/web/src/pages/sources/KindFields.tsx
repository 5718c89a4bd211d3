import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { JsonFields } from './JsonFields.js';
import { MappingFields } from './MappingFields.js';
import type { AddedKind } from './source-form-values.js';

const tags = ['story', 'comment', 'ask_hn', 'show_hn', 'front_page'] as const;

/** The settings that only this kind of source has. */
export function KindFields({ kind }: { kind: AddedKind }) {
  switch (kind) {
    case 'gdelt':
      return <GdeltFields />;
    case 'hacker-news':
      return <HackerNewsFields />;
    case 'json':
      return <JsonFields />;
    case 'webhook':
      return <WebhookFields />;
    case 'feed':
    case 'page':
    case 'push':
      return null;
  }
}

function GdeltFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name={['options', 'query']}
        label={t('doors.query')}
        extra={t('doors.gdeltQueryHint')}
        rules={[{ required: true, message: '' }]}
      >
        <Input spellCheck={false} placeholder='"artificial general intelligence"' />
      </Form.Item>
      <Form.Item name={['options', 'language']} label={t('sources.language')} extra={t('doors.gdeltLanguageHint')}>
        <Input spellCheck={false} placeholder="chinese" />
      </Form.Item>
      <Form.Item name={['options', 'lookbackHours']} label={t('doors.lookback')} initialValue={24}>
        <InputNumber min={1} max={2160} precision={0} />
      </Form.Item>
      <SplitOutlets />
    </>
  );
}

function HackerNewsFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name={['options', 'query']} label={t('doors.query')} extra={t('doors.newsQueryHint')}>
        <Input placeholder="AGI" />
      </Form.Item>
      <Form.Item name={['options', 'tag']} label={t('doors.tag')} initialValue="story">
        <Select options={tags.map((value) => ({ value, label: t(`doors.tags.${value}`) }))} />
      </Form.Item>
      <Form.Item name={['options', 'minPoints']} label={t('doors.minPoints')} initialValue={0}>
        <InputNumber min={0} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item
        name={['options', 'lookbackHours']}
        label={t('doors.lookback')}
        extra={t('doors.newsLookbackHint')}
        initialValue={72}
      >
        <InputNumber min={1} max={720} precision={0} />
      </Form.Item>
      <SplitOutlets />
    </>
  );
}

function SplitOutlets() {
  const { t } = useTranslation();
  return (
    <Form.Item name={['options', 'splitOutlets']} valuePropName="checked" initialValue={true}>
      <Checkbox>{t('doors.splitOutlets')}</Checkbox>
    </Form.Item>
  );
}

function WebhookFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name={['options', 'proof']} label={t('doors.proof')} initialValue="secret">
        <Select
          options={(['secret', 'signature'] as const).map((value) => ({ value, label: t(`doors.proofs.${value}`) }))}
        />
      </Form.Item>
      <MappingFields />
    </>
  );
}
