import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Select, Space } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { extentQuery } from '../api/queries.js';
import { usePreferences } from '../preferences/preferences.js';
import { rangePresets, type FilterState, type RangePreset } from './filter-state.js';
import { localDay } from './local-day.js';
import { defaultPreset, type InstantRange } from './resolve-range.js';

const DaysPicker = lazy(() => import('./DaysPicker.js'));

interface Props {
  filter: FilterState;
  range: InstantRange | null;
  change: (patch: Partial<FilterState>) => void;
  onMove: (direction: -1 | 1) => void;
}

/** Presets, a range of one's own, and a step to the earlier and the later period. */
export function RangeControl({ filter, range, change, onMove }: Props) {
  const { t } = useTranslation();
  const { timeZone } = usePreferences();
  const extent = useQuery(extentQuery()).data;
  const [choosing, setChoosing] = useState(false);
  const absolute = filter.from !== null || choosing;
  const [now] = useState(() => Date.now());
  const preset = filter.range ?? (extent ? defaultPreset(extent, now) : '90d');
  const days = range && [localDay(Date.parse(range.from), timeZone), localDay(Date.parse(range.to) - 1, timeZone)];
  return (
    <Space.Compact className="range-control">
      <Button
        icon={<LeftOutlined />}
        aria-label={t('filter.earlier')}
        title={`${t('filter.earlier')}  [`}
        onClick={() => onMove(-1)}
      />
      <Select<RangePreset | 'absolute'>
        aria-label={t('filter.range')}
        value={absolute ? 'absolute' : preset}
        popupMatchSelectWidth={false}
        onChange={(value) => {
          setChoosing(value === 'absolute');
          if (value !== 'absolute') change({ range: value, from: null, to: null });
        }}
        options={[
          ...rangePresets.map((value) => ({ value, label: t(`filter.presets.${value}`) })),
          { value: 'absolute' as const, label: t('filter.absolute') },
        ]}
      />
      {absolute && days && (
        <Suspense fallback={null}>
          <DaysPicker
            from={days[0] ?? ''}
            to={days[1] ?? ''}
            onChange={(from, to) => {
              setChoosing(false);
              change({ range: null, from, to });
            }}
          />
        </Suspense>
      )}
      <Button
        icon={<RightOutlined />}
        aria-label={t('filter.later')}
        title={`${t('filter.later')}  ]`}
        onClick={() => onMove(1)}
      />
    </Space.Compact>
  );
}
