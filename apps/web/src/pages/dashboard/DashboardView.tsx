import { CompressOutlined, ExpandOutlined } from '@ant-design/icons';
import type { Dashboard, DashboardDocument, DashboardTile } from '@timbre/contracts';
import { Button, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../states/EmptyState.js';
import { DashboardGrid } from './DashboardGrid.js';
import { newPlace } from './grid-layout.js';
import { TileEditor } from './TileEditor.js';
import { useFullScreen } from './use-full-screen.js';
import { useRotation } from './use-rotation.js';
import { useSaveDashboard } from './use-save-dashboard.js';

/** A dashboard, looked at or edited; what is edited is saved at once or thrown away at once. */
export function DashboardView({ saved }: { saved: Dashboard }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<DashboardDocument | null>(null);
  const [edited, setEdited] = useState<DashboardTile | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const screen = useFullScreen(frame);
  useRotation(saved.id, screen.on);
  const save = useSaveDashboard(saved, () => setDraft(null));
  const document = draft ?? saved.document;
  const change = (patch: Partial<DashboardDocument>) => setDraft({ ...document, ...patch });
  const add = () => {
    setEdited({
      id: crypto.randomUUID(),
      kind: 'net',
      title: '',
      search: '',
      text: '',
      ...newPlace('net', document.tiles),
    });
  };
  const settle = (tile: DashboardTile) => {
    const known = document.tiles.some(({ id }) => id === tile.id);
    change({
      tiles: known ? document.tiles.map((other) => (other.id === tile.id ? tile : other)) : [...document.tiles, tile],
    });
    setEdited(null);
  };
  const remove = (id: string) => {
    change({ tiles: document.tiles.filter((tile) => tile.id !== id) });
    setEdited(null);
  };
  return (
    <div ref={frame} className={screen.on ? 'dashboard dashboard-screen' : 'dashboard'}>
      <div className="page-head">
        <div className="dashboard-title">
          {draft ? (
            <Input
              aria-label={t('dashboards.name')}
              maxLength={200}
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          ) : (
            <h1>{document.name}</h1>
          )}
          <p className="meta">
            {t('dashboards.by', { name: saved.ownerName })} · {t(`dashboards.readers.${document.readers}`)}
          </p>
        </div>
        <div className="page-tools">
          {draft && (
            <>
              <Select
                aria-label={t('dashboards.share')}
                value={draft.readers}
                onChange={(readers) => change({ readers })}
                options={(['owner', 'analyst', 'viewer'] as const).map((value) => ({
                  value,
                  label: t(`dashboards.readers.${value}`),
                }))}
              />
              <Button onClick={add}>{t('dashboards.addTile')}</Button>
              <Button onClick={() => setDraft(null)}>{t('dashboards.discard')}</Button>
              <Button
                type="primary"
                loading={save.isPending}
                disabled={draft.name.trim() === ''}
                onClick={() => save.mutate(draft)}
              >
                {t('dashboards.save')}
              </Button>
            </>
          )}
          {!draft && saved.mine && !screen.on && (
            <Button onClick={() => setDraft(saved.document)}>{t('dashboards.edit')}</Button>
          )}
          {!draft && (
            <Button
              icon={screen.on ? <CompressOutlined /> : <ExpandOutlined />}
              title={t('dashboards.screenHint')}
              onClick={screen.toggle}
            >
              {screen.on ? t('dashboards.leaveScreen') : t('dashboards.screen')}
            </Button>
          )}
        </div>
      </div>
      {document.tiles.length === 0 ? (
        <EmptyState title={t('dashboards.noTiles')} hint={t('dashboards.noTilesHint')}>
          {(draft || saved.mine) && (
            <Button type="primary" onClick={add}>
              {t('dashboards.addTile')}
            </Button>
          )}
        </EmptyState>
      ) : (
        <DashboardGrid
          tiles={document.tiles}
          editing={draft ? { onArrange: (tiles) => change({ tiles }), onEdit: setEdited } : null}
        />
      )}
      {edited && (
        <TileEditor
          key={edited.id}
          tile={edited}
          onDone={settle}
          onRemove={() => remove(edited.id)}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
