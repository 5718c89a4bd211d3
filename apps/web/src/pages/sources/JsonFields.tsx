import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MappingFields } from './MappingFields.js';

const pagings = ['none', 'page', 'cursor', 'next'] as const;

/** How a JSON API is read and asked for more. */
export function JsonFields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const paging = (Form.useWatch(['options', 'paging', 'kind'], form) as string | undefined) ?? 'none';
  const needed = [{ required: true, message: '' }];
  return (
    <>
      <MappingFields />
      <Form.Item name={['options', 'paging', 'kind']} label={t('doors.paging')} initialValue="none">
        <Select options={pagings.map((value) => ({ value, label: t(`doors.pagings.${value}`) }))} />
      </Form.Item>
      <div className="mapping-grid">
        {(paging === 'page' || paging === 'cursor') && (
          <Form.Item name={['options', 'paging', 'parameter']} label={t('doors.parameter')} rules={needed}>
            <Input spellCheck={false} placeholder={paging === 'page' ? 'page' : 'cursor'} />
          </Form.Item>
        )}
        {paging === 'page' && (
          <>
            <Form.Item name={['options', 'paging', 'first']} label={t('doors.firstPage')} initialValue={1}>
              <InputNumber min={0} precision={0} />
            </Form.Item>
            <Form.Item name={['options', 'paging', 'step']} label={t('doors.pageStep')} initialValue={1}>
              <InputNumber min={1} precision={0} />
            </Form.Item>
          </>
        )}
        {(paging === 'cursor' || paging === 'next') && (
          <Form.Item name={['options', 'paging', 'path']} label={t('doors.nextPath')} rules={needed}>
            <Input spellCheck={false} placeholder="$.next" />
          </Form.Item>
        )}
        {paging !== 'none' && (
          <Form.Item name={['options', 'maxPages']} label={t('doors.maxPages')} initialValue={5}>
            <InputNumber min={1} max={50} precision={0} />
          </Form.Item>
        )}
      </div>
    </>
  );
}
