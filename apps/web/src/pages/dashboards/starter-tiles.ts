import type { DashboardTile } from '@timbre/contracts';

/** A dashboard to begin with: what one looks at in the morning, to be changed from there. */
export function starterTiles(): DashboardTile[] {
  const tile = (kind: DashboardTile['kind'], place: Pick<DashboardTile, 'x' | 'y' | 'w' | 'h'>): DashboardTile => ({
    id: crypto.randomUUID(),
    kind,
    title: '',
    search: '',
    text: '',
    ...place,
  });
  return [
    tile('totals', { x: 0, y: 0, w: 12, h: 4 }),
    tile('net', { x: 0, y: 4, w: 8, h: 9 }),
    tile('articles', { x: 8, y: 4, w: 4, h: 9 }),
    tile('topics', { x: 0, y: 13, w: 8, h: 10 }),
    tile('share', { x: 8, y: 13, w: 4, h: 10 }),
  ];
}
