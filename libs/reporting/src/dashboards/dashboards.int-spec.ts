import { dashboardDocument } from '@timbre/contracts';
import { type Principal } from '@timbre/platform';
import { testDatabase, type TestDatabase } from '@timbre/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CreateDashboard1796150000000 } from '../migrations/1796150000000-create-dashboard.js';
import { DashboardRepository } from './dashboard.repository.js';
import { DashboardService } from './dashboard.service.js';

// Real: PostgreSQL, the migration.

let test: TestDatabase;
let dashboards: DashboardService;
const now = new Date('2026-07-01T00:00:00Z');
const principal = (name: string, role: Principal['role']): Principal => ({
  kind: 'user',
  userId: name,
  name,
  role,
  scopes: null,
});
const [ann, bob, root] = [principal('ann', 'analyst'), principal('bob', 'viewer'), principal('root', 'admin')];
const tile = { id: 't1', kind: 'net', search: 'range=30d', x: 0, y: 0, w: 8, h: 4 };
const board = (parts: object = {}) => dashboardDocument.parse({ name: 'Morning', tiles: [tile], ...parts });

beforeAll(async () => {
  test = await testDatabase({ migrations: [CreateDashboard1796150000000] });
  dashboards = new DashboardService(new DashboardRepository(test.database));
});
afterAll(() => test.close());

describe('dashboards', () => {
  it('are their owner’s until shared, and then still only read by others', async () => {
    const made = await dashboards.add(board(), ann, now);
    expect(await dashboards.list(bob)).toEqual([]);
    await expect(dashboards.get(made.id, bob)).rejects.toThrow(/dashboard/);
    const shared = await dashboards.replace(made.id, 1, board({ readers: 'viewer' }), ann, now);
    expect(shared).toMatchObject({ version: 2, mine: true, ownerName: 'ann' });
    expect(await dashboards.get(made.id, bob)).toMatchObject({ mine: false, document: { tiles: [tile] } });
    await expect(dashboards.replace(made.id, 2, board(), bob, now)).rejects.toMatchObject({
      code: 'dashboard.not_yours',
    });
    await expect(dashboards.delete(made.id, bob)).rejects.toMatchObject({ code: 'dashboard.not_yours' });
    await dashboards.delete(made.id, root);
    expect(await dashboards.list(ann)).toEqual([]);
  });

  it('are listed for those who may see them, however many others keep to themselves', async () => {
    const mine = await dashboards.add(board({ name: 'Mine' }), bob, now);
    const shared = await dashboards.add(
      board({ name: 'Shared', readers: 'analyst' }),
      ann,
      new Date(now.getTime() + 1),
    );
    const later = new Date(now.getTime() + 1_000);
    await test.database.query(
      `INSERT INTO dashboard (id, version, document, owner, owner_name, updated_at)
       SELECT gen_random_uuid(), 1, $1::jsonb, 'eve', 'eve', $2::timestamptz FROM generate_series(1, 500)`,
      [JSON.stringify(board({ name: 'Eve’s' })), later],
    );
    expect((await dashboards.list(bob)).map(({ id }) => id)).toEqual([mine.id]);
    expect((await dashboards.list(principal('dan', 'analyst'))).map(({ id }) => id)).toEqual([shared.id]);
    const own = await dashboards.add(board({ name: 'Root’s' }), root, now);
    const seen = await dashboards.list(root);
    expect(seen).toHaveLength(500);
    expect(seen.map(({ id }) => id)).toContain(own.id);
    expect(seen.map(({ updatedAt }) => updatedAt)).toEqual(
      seen
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .reverse(),
    );
    await test.database.query(`DELETE FROM dashboard WHERE owner = 'eve'`);
  });

  it('are not overwritten by one who did not see the last change', async () => {
    const made = await dashboards.add(board(), ann, now);
    await dashboards.replace(made.id, 1, board({ name: 'Evening' }), ann, now);
    await expect(dashboards.replace(made.id, 1, board({ name: 'Noon' }), ann, now)).rejects.toMatchObject({
      code: 'dashboard.changed',
    });
    expect((await dashboards.get(made.id, ann)).document.name).toBe('Evening');
  });
});
