import { type DashboardTile, type DashboardTileKind } from '@timbre/contracts';

export const ROW_HEIGHT = 40;
export const GAP = 16;

const sizes: Record<DashboardTileKind, { w: number; h: number }> = {
  totals: { w: 12, h: 3 },
  net: { w: 8, h: 8 },
  volume: { w: 8, h: 6 },
  calendar: { w: 12, h: 6 },
  topics: { w: 8, h: 9 },
  outlets: { w: 4, h: 9 },
  languages: { w: 8, h: 8 },
  share: { w: 4, h: 8 },
  forecasts: { w: 12, h: 11 },
  articles: { w: 4, h: 9 },
  text: { w: 4, h: 3 },
};

/** Where a new tile goes: below all others, in its usual size. */
export function newPlace(
  kind: DashboardTileKind,
  tiles: readonly DashboardTile[],
): Pick<DashboardTile, 'x' | 'y' | 'w' | 'h'> {
  return { x: 0, y: tiles.reduce((lowest, { y, h }) => Math.max(lowest, y + h), 0), ...sizes[kind] };
}

/** Tiles with the places that they were dragged to; those that the grid does not name stay. */
export function rearranged(
  tiles: readonly DashboardTile[],
  places: readonly { i: string; x: number; y: number; w: number; h: number }[],
): DashboardTile[] {
  const byId = new Map(places.map(({ i, x, y, w, h }) => [i, { x, y, w, h }]));
  return tiles.map((tile) => ({ ...tile, ...byId.get(tile.id) }));
}

/** Reading order, for screens that hold one column: by row, then by column. */
export function inReadingOrder(tiles: readonly DashboardTile[]): DashboardTile[] {
  return [...tiles].sort((a, b) => a.y - b.y || a.x - b.x);
}

/** Height of a tile in CSS pixels. */
export const tileHeight = (rows: number): number => rows * ROW_HEIGHT + (rows - 1) * GAP;
