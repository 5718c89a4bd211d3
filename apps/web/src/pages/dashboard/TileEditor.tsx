import type { DashboardTile, DashboardTileKind } from '@timbre/contracts';
import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FilterBar } from '../../filter/FilterBar.js';
import { readFilter, writeFilter } from '../../filter/filter-url.js';
import { type UsedFilter, useFilterOf } from '../../filter/use-filter.js';
import { newPlace } from './grid-layout.js';

const kinds: readonly DashboardTileKind[] = [
  'net',
  'volume',
  'totals',
  'topics',
  'outlets',
  'languages',
  'share',
  'calendar',
  'forecasts',
  'articles',
  'text',
];

interface Props {
  tile: DashboardTile;
  onDone: (tile: DashboardTile) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** What a tile shows, of which coverage, and, for those who do not drag, where it lies. */
export function TileEditor({ tile, onDone, onRemove, onClose }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(tile);
  const used = useTileFilter(draft.search, (search) => setDraft((before) => ({ ...before, search })));
  const set = (patch: Partial<DashboardTile>) => setDraft((before) => ({ ...before, ...patch }));
  const chooseKind = (kind: DashboardTileKind) => {
    const { w, h } = newPlace(kind, []);
    set({ kind, w, h, x: Math.min(draft.x, 12 - w) });
  };
  const number = (name: 'x' | 'y' | 'w' | 'h', least: number, most: number) => (
    <label className="tile-number">
      {t(`dashboards.place.${name}`)}
      <InputNumber
        min={least}
        max={most}
        precision={0}
        value={draft[name]}
        onChange={(value) => set({ [name]: value ?? least })}
      />
    </label>
  );
  return (
    <Modal
      open
      width={760}
      title={t('dashboards.tile')}
      onCancel={onClose}
      footer={[
        <Button key="remove" danger onClick={onRemove}>
          {t('dashboards.removeTile')}
        </Button>,
        <Button key="cancel" onClick={onClose}>
          {t('dashboards.cancel')}
        </Button>,
        <Button key="done" type="primary" onClick={() => onDone({ ...draft, x: Math.min(draft.x, 12 - draft.w) })}>
          {t('dashboards.done')}
        </Button>,
      ]}
    >
      <div className="tile-editor">
        <Select
          aria-label={t('dashboards.kind')}
          value={draft.kind}
          onChange={chooseKind}
          options={kinds.map((value) => ({ value, label: t(`dashboards.kinds.${value}`) }))}
        />
        <Input
          aria-label={t('dashboards.tileTitle')}
          placeholder={t('dashboards.tileTitle')}
          maxLength={200}
          value={draft.title}
          onChange={({ target }) => set({ title: target.value })}
        />
        {draft.kind === 'text' ? (
          <Input.TextArea
            aria-label={t('dashboards.text')}
            placeholder={t('dashboards.text')}
            maxLength={5000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={draft.text}
            onChange={({ target }) => set({ text: target.value })}
          />
        ) : (
          <FilterBar used={used} />
        )}
        <div className="tile-numbers">
          {number('x', 0, 11)}
          {number('y', 0, 1000)}
          {number('w', 2, 12)}
          {number('h', 2, 20)}
        </div>
      </div>
    </Modal>
  );
}

/** The tile's filter in the hands of the filter bar. */
function useTileFilter(text: string, write: (search: string) => void): UsedFilter {
  const search = useMemo(() => new URLSearchParams(text), [text]);
  const resolved = useFilterOf(search);
  const change = useCallback<UsedFilter['change']>(
    (patch) => write(writeFilter({ ...readFilter(search), ...patch }, search).toString()),
    [search, write],
  );
  return { ...resolved, change };
}
