import { EditOutlined } from '@ant-design/icons';
import type { DashboardTile } from '@timbre/contracts';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFilterOf } from '../../filter/use-filter.js';
import { ArticlesTile } from './ArticlesTile.js';
import { BreakdownTile } from './BreakdownTile.js';
import { ForecastsTile } from './ForecastsTile.js';
import { OverviewTile } from './OverviewTile.js';
import { SeriesTile } from './SeriesTile.js';
import type { TileFrame } from './tile-frame.js';

interface Props {
  tile: DashboardTile;
  /** In CSS pixels. */
  height: number;
  onEdit?: () => void;
}

/** A tile with a filter of its own. */
export function Tile({ tile, height, onEdit }: Props) {
  const { t } = useTranslation();
  const search = useMemo(() => new URLSearchParams(tile.search), [tile.search]);
  const resolved = useFilterOf(search);
  const title = tile.title === '' ? t(`dashboards.kinds.${tile.kind}`) : tile.title;
  const edit = onEdit && (
    <Button
      type="text"
      size="small"
      icon={<EditOutlined />}
      aria-label={t('dashboards.editTile', { title })}
      onClick={onEdit}
    />
  );
  const frame: TileFrame = { title, height, extra: edit, resolved };
  switch (tile.kind) {
    case 'totals':
    case 'topics':
    case 'outlets':
      return <OverviewTile kind={tile.kind} frame={frame} />;
    case 'net':
    case 'volume':
    case 'calendar':
    case 'languages':
      return <SeriesTile kind={tile.kind} frame={frame} />;
    case 'share':
      return <BreakdownTile frame={frame} />;
    case 'forecasts':
      return <ForecastsTile frame={frame} />;
    case 'articles':
      return <ArticlesTile frame={frame} />;
    case 'text':
      return (
        <section className="card tile-card" aria-label={title}>
          <div className="card-head">
            <h2>{title}</h2>
            {edit}
          </div>
          <p className="tile-text">{tile.text}</p>
        </section>
      );
  }
}
