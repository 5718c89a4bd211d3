import { FilterOutlined } from '@ant-design/icons';
import type { CountingUnit } from '@timbre/contracts';
import { Button, Popover, Segmented } from 'antd';
import { useCallback, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../preferences/preferences.js';
import { useShortcuts, type Shortcut } from '../shell/use-shortcuts.js';
import { emptyFilter } from './filter-state.js';
import { MoreFilters } from './MoreFilters.js';
import { RangeControl } from './RangeControl.js';
import { shiftRange } from './shift-range.js';
import { TargetSelect } from './TargetSelect.js';
import type { UsedFilter } from './use-filter.js';
import './filter.css';

interface Props {
  used: UsedFilter;
  /** Pages about one target do not ask for targets. */
  withTargets?: boolean;
  children?: ReactNode;
}

/** One bar for all pages of coverage; its whole state is the URL. `f` focuses it, `[` and `]` move the period. */
export function FilterBar({ used, withTargets = true, children }: Props) {
  const { t } = useTranslation();
  const { timeZone } = usePreferences();
  const { filter, range, change } = used;
  const bar = useRef<HTMLDivElement>(null);
  const move = useCallback(
    (direction: -1 | 1) => range && change({ range: null, ...shiftRange(range, direction, timeZone) }),
    [range, change, timeZone],
  );
  useShortcuts(
    useCallback(
      (shortcut: Shortcut) => {
        if (shortcut === 'filter') bar.current?.querySelector<HTMLElement>('input, button')?.focus();
        if (shortcut === 'earlier') move(-1);
        if (shortcut === 'later') move(1);
      },
      [move],
    ),
  );
  const { sources, languages, labels, aspects, speakers } = filter;
  const hidden =
    sources.length +
    languages.length +
    labels.length +
    aspects.length +
    speakers.length +
    [filter.bucket !== 'auto', filter.compare !== 'previous', filter.weighting !== 'none'].filter(Boolean).length;
  const touched = hidden > 0 || filter.targets.length > 0 || filter.range !== null || filter.from !== null;
  return (
    <div ref={bar} className="filter-bar" role="group" aria-label={t('filter.label')}>
      <RangeControl filter={filter} range={range} change={change} onMove={move} />
      {withTargets && <TargetSelect value={filter.targets} onChange={(targets) => change({ targets })} />}
      <span title={t('filter.unitHint')}>
        <Segmented<CountingUnit>
          aria-label={t('filter.unit')}
          value={filter.unit}
          onChange={(unit) => change({ unit })}
          options={[
            { value: 'stories', label: t('filter.units.stories') },
            { value: 'articles', label: t('filter.units.articles') },
          ]}
        />
      </span>
      <Popover
        trigger="click"
        placement="bottom"
        arrow={false}
        content={<MoreFilters filter={filter} change={change} />}
      >
        <Button icon={<FilterOutlined />}>
          {t('filter.more')}
          {hidden > 0 && ` · ${hidden}`}
        </Button>
      </Popover>
      {touched && (
        <Button type="text" onClick={() => change(emptyFilter)}>
          {t('filter.reset')}
        </Button>
      )}
      {children}
    </div>
  );
}
