import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { entitiesQuery, topicsQuery } from '../api/queries.js';
import { usePreferences } from '../preferences/preferences.js';
import { catalogueItems } from '../shell/palette-items.js';

const MOST = 10;

/** Topics and entities by any of their names, in any language. */
export function TargetSelect({ value, onChange }: { value: string[]; onChange: (targets: string[]) => void }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const topics = useQuery(topicsQuery()).data;
  const entities = useQuery(entitiesQuery()).data;
  const options = useMemo(() => {
    const items = catalogueItems(topics ?? [], entities ?? [], language);
    const group = (name: 'topics' | 'entities') =>
      items
        .filter((item) => item.group === name)
        .map((item) => ({
          value: item.key,
          label: item.name,
          find: [item.name, ...item.also].join('\n').toLowerCase(),
        }));
    return [
      { label: t('filter.topics'), title: 'topics', options: group('topics') },
      { label: t('filter.entities'), title: 'entities', options: group('entities') },
    ];
  }, [topics, entities, language, t]);
  return (
    <Select
      mode="multiple"
      className="target-select"
      aria-label={t('filter.targets')}
      placeholder={t('filter.targets')}
      value={value}
      maxCount={MOST}
      maxTagCount="responsive"
      allowClear
      onChange={onChange}
      options={options}
      showSearch={{
        filterOption: (words, option) =>
          option !== undefined &&
          'find' in option &&
          typeof option.find === 'string' &&
          option.find.includes(words.trim().toLowerCase()),
      }}
    />
  );
}
