import type { DashboardTile } from '@timbre/contracts';
import { useRef } from 'react';
import GridLayout from 'react-grid-layout';
import 'react-grid-layout/css/styles.css';
import { useWidth } from '../../charts/use-width.js';
import { GAP, inReadingOrder, rearranged, ROW_HEIGHT, tileHeight } from './grid-layout.js';
import { Tile } from './Tile.js';

interface Props {
  tiles: readonly DashboardTile[];
  /** Null where tiles can only be looked at. */
  editing: { onArrange: (tiles: DashboardTile[]) => void; onEdit: (tile: DashboardTile) => void } | null;
}

const COLUMNS = 12;
/** Narrower than this, tiles stand one under the other. */
const LEAST_WIDTH = 720;

/** Tiles on their grid; dragged by their heads and resized at their corners while it is edited. */
export function DashboardGrid({ tiles, editing }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const view = (tile: DashboardTile) => (
    <Tile tile={tile} height={tileHeight(tile.h)} onEdit={editing ? () => editing.onEdit(tile) : undefined} />
  );
  return (
    <div ref={frame} className="dashboard-frame">
      {width > 0 && width < LEAST_WIDTH && (
        <div className="stack">
          {inReadingOrder(tiles).map((tile) => (
            <div key={tile.id}>{view(tile)}</div>
          ))}
        </div>
      )}
      {width >= LEAST_WIDTH && (
        <GridLayout
          width={width}
          layout={tiles.map(({ id, x, y, w, h }) => ({ i: id, x, y, w, h, minW: 2, minH: 2 }))}
          gridConfig={{ cols: COLUMNS, rowHeight: ROW_HEIGHT, margin: [GAP, GAP], containerPadding: [0, 0] }}
          dragConfig={{ enabled: editing !== null, handle: '.card-head', cancel: 'button' }}
          resizeConfig={{ enabled: editing !== null }}
          onDragStop={(places) => editing?.onArrange(rearranged(tiles, places))}
          onResizeStop={(places) => editing?.onArrange(rearranged(tiles, places))}
        >
          {tiles.map((tile) => (
            <div key={tile.id} className={editing ? 'dashboard-tile dashboard-tile-movable' : 'dashboard-tile'}>
              {view(tile)}
            </div>
          ))}
        </GridLayout>
      )}
    </div>
  );
}
