import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });

/** What a tile of a user's own dashboard draws. */
export const dashboardTileKind = z.enum([
  'totals',
  'net',
  'volume',
  'calendar',
  'topics',
  'outlets',
  'languages',
  'share',
  'forecasts',
  'articles',
  'text',
]);
export type DashboardTileKind = z.infer<typeof dashboardTileKind>;

/** Columns of the grid that tiles lie on; rows are as many as it takes. */
export const DASHBOARD_COLUMNS = 12;

export const dashboardTile = z.object({
  id: z.string().min(1).max(60),
  kind: dashboardTileKind,
  title: z.string().max(200).default(''),
  /** The filter, as the part of a page's URL behind the question mark: what the filter bar writes, a tile reads. */
  search: z.string().max(2000).default(''),
  /** Text of a `text` tile. */
  text: z.string().max(5000).default(''),
  x: z
    .int()
    .min(0)
    .max(DASHBOARD_COLUMNS - 1),
  y: z.int().min(0).max(1000),
  w: z.int().min(1).max(DASHBOARD_COLUMNS),
  h: z.int().min(1).max(20),
});
export type DashboardTile = z.infer<typeof dashboardTile>;

/** Who may see a dashboard beside its owner: nobody, or everyone with at least this role. */
export const dashboardReaders = z.enum(['owner', 'analyst', 'viewer']);
export type DashboardReaders = z.infer<typeof dashboardReaders>;

export const dashboardDocument = z
  .object({
    name: z.string().trim().min(1).max(200),
    readers: dashboardReaders.default('owner'),
    tiles: z.array(dashboardTile).max(40).default([]),
  })
  .strict();
export type DashboardDocument = z.infer<typeof dashboardDocument>;

/** Body of `PUT /dashboards/:id`; names the version that it was made from. */
export const dashboardUpdate = z.object({ version: z.int().positive(), document: dashboardDocument }).strict();

export const dashboard = z.object({
  id: z.uuid(),
  version: z.int().positive(),
  document: dashboardDocument,
  ownerName: z.string(),
  /** Whether the one who asks may change it. */
  mine: z.boolean(),
  updatedAt: instant,
});
export type Dashboard = z.infer<typeof dashboard>;
