import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

const fields = ['title', 'url', 'text', 'published', 'byline', 'lang', 'id', 'outlet'] as const;

/** JSONPath queries: where items are, and where in an item each part is. */
export function MappingFields() {
  const { t } = useTranslation();
  return (
    <fieldset className="mapping">
      <legend>{t('doors.mapping')}</legend>
      <p className="meta form-about">{t('doors.mappingHint')}</p>
      <Form.Item
        name={['options', 'mapping', 'items']}
        label={t('doors.field.items')}
        rules={[{ required: true, message: '' }]}
      >
        <Input spellCheck={false} placeholder="$.articles" />
      </Form.Item>
      <div className="mapping-grid">
        {fields.map((field) => (
          <Form.Item key={field} name={['options', 'mapping', field]} label={t(`doors.field.${field}`)}>
            <Input spellCheck={false} placeholder={`$.${field}`} />
          </Form.Item>
        ))}
      </div>
    </fieldset>
  );
}
