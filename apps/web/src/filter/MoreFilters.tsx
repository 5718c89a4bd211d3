import type { EntityRow } from '@timbre/contracts';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { entitiesQuery, sourcesQuery } from '../api/queries.js';
import { usePreferences } from '../preferences/preferences.js';
import { catalogueItems } from '../shell/palette-items.js';
import { aspects, type FilterState } from './filter-state.js';

interface Props {
  filter: FilterState;
  change: (patch: Partial<FilterState>) => void;
}

const speaks = ({ kind }: EntityRow) => kind === 'person' || kind === 'organisation';

/** The filters that are reached for less often. */
export function MoreFilters({ filter, change }: Props) {
  const { t } = useTranslation();
  const sources = useQuery(sourcesQuery()).data ?? [];
  const { language } = usePreferences();
  const entities = useQuery(entitiesQuery()).data;
  // People and organisations can be quoted; who is in no catalogue is typed in.
  const speakers = useMemo(
    () =>
      catalogueItems([], (entities ?? []).filter(speaks), language).map(({ key, name }) => ({
        value: key.slice(key.indexOf(':') + 1),
        label: name,
      })),
    [entities, language],
  );
  const all = t('filter.all');
  return (
    <div className="more-filters">
      <Field label={t('filter.sources')}>
        <Select
          mode="multiple"
          aria-label={t('filter.sources')}
          placeholder={all}
          value={filter.sources}
          onChange={(value) => change({ sources: value })}
          options={sources.map((source) => ({ value: source.id, label: source.name }))}
          showSearch={{ optionFilterProp: 'label' }}
          maxTagCount={3}
        />
      </Field>
      <Field label={t('filter.languages')}>
        <Select
          mode="multiple"
          aria-label={t('filter.languages')}
          placeholder={all}
          value={filter.languages}
          onChange={(languages) => change({ languages })}
          options={[
            { value: 'zh', label: t('filter.language.zh') },
            { value: 'en', label: t('filter.language.en') },
          ]}
        />
      </Field>
      <Field label={t('filter.labels')}>
        <Select
          mode="multiple"
          aria-label={t('filter.labels')}
          placeholder={all}
          value={filter.labels}
          onChange={(labels) => change({ labels })}
          options={(['negative', 'neutral', 'positive'] as const).map((value) => ({
            value,
            label: t(`articles.tone.${value}`),
          }))}
        />
      </Field>
      <Field label={t('filter.aspects')}>
        <Select
          mode="multiple"
          aria-label={t('filter.aspects')}
          placeholder={all}
          value={filter.aspects}
          onChange={(aspects) => change({ aspects })}
          options={aspects.map((value) => ({ value, label: t(`coverage.aspect.${value}`) }))}
          maxTagCount={3}
        />
      </Field>
      <Field label={t('filter.speakers')}>
        <Select
          mode="tags"
          aria-label={t('filter.speakers')}
          placeholder={all}
          value={filter.speakers}
          onChange={(speakers) => change({ speakers })}
          options={speakers}
          showSearch={{ optionFilterProp: 'label' }}
          maxTagCount={3}
        />
      </Field>
      <Field label={t('filter.bucket')}>
        <Select
          aria-label={t('filter.bucket')}
          value={filter.bucket}
          onChange={(bucket) => change({ bucket })}
          options={(['auto', 'hour', 'day', 'week', 'month'] as const).map((value) => ({
            value,
            label: t(`filter.buckets.${value}`),
          }))}
        />
      </Field>
      <Field label={t('filter.compare')}>
        <Select
          aria-label={t('filter.compare')}
          value={filter.compare}
          onChange={(compare) => change({ compare })}
          options={(['none', 'previous', 'year'] as const).map((value) => ({
            value,
            label: t(`filter.compares.${value}`),
          }))}
        />
      </Field>
      <Field label={t('filter.weighting')}>
        <Select
          aria-label={t('filter.weighting')}
          value={filter.weighting}
          onChange={(weighting) => change({ weighting })}
          options={(['none', 'decayed'] as const).map((value) => ({
            value,
            label: t(`filter.weightings.${value}`),
          }))}
        />
      </Field>
    </div>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="more-field">
      <span>{label}</span>
      {children}
    </div>
  );
}
