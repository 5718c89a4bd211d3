import { insertRows, streamRows } from '@timbre/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from './test-database.js';

class Notes1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE note (id int PRIMARY KEY, tags text[] NOT NULL, body jsonb, at timestamptz)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE note');
  }
}

interface Note {
  id: number;
  tags: string[];
  body: unknown;
  at: Date | null;
}

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([
    testDatabase({ migrations: [Notes1700000000000] }),
    testDatabase({ migrations: [Notes1700000000000] }),
  ]);
});
afterAll(() => Promise.all([first.close(), second.close()]));

const columns = { id: 'int', tags: 'text[]', body: 'jsonb', at: 'timestamptz' };
const count = async ({ database }: TestDatabase): Promise<number> =>
  Number((await database.query<{ n: string }>('SELECT count(*) AS n FROM note'))[0]?.n);

it('brings back what insertRows put in, batch by batch, and reports what conflicts let through', async () => {
  const rows: Note[] = Array.from({ length: 25 }, (_, id) => ({
    id,
    tags: ['plain', 'a "quoted" \\ one', '中文,逗号', '{}', ''].slice(0, id % 6),
    body: id % 2 === 0 ? { text: `"${id}"`, list: [1, null] } : null,
    at: id % 3 === 0 ? new Date(Date.UTC(2026, 0, id + 1)) : null,
  }));
  const insert = { table: 'note', columns, rows, batch: 7, onConflict: '(id) DO NOTHING', returning: 'id' };
  expect(await insertRows(first.database, insert)).toHaveLength(25);
  expect(await insertRows(first.database, insert)).toHaveLength(0);

  const streamed: Note[] = [];
  for await (const batch of streamRows<Note>(first.database, 'SELECT * FROM note ORDER BY id')) streamed.push(...batch);
  expect(streamed).toEqual(rows);
});

it('gives the rows of every kind of statement', async () => {
  const { database } = first;
  await database.query(`INSERT INTO note VALUES (500, '{}')`);
  expect(await database.query(`UPDATE note SET tags = '{a}' WHERE id = 500 RETURNING tags`)).toEqual([{ tags: ['a'] }]);
  expect(await database.query('UPDATE note SET at = NULL WHERE id < 0')).toEqual([]);
  expect(await database.query('DELETE FROM note WHERE id = 500 RETURNING id')).toEqual([{ id: 500 }]);
});

it('keeps databases apart', async () => {
  expect(await count(second)).toBe(0);
});

it('rolls back everything inside a transaction, nested parts and effects after commit included', async () => {
  const effects: string[] = [];
  const before = await count(second);
  const work = second.database.transaction(async () => {
    await second.database.afterCommit(() => void effects.push('never'));
    await second.database.transaction(() =>
      insertRows(second.database, { table: 'note', columns, rows: [{ id: 1, tags: [], body: null, at: null }] }),
    );
    expect(await count(second)).toBe(before + 1);
    throw new RangeError('stop');
  });
  await expect(work).rejects.toThrow('stop');
  expect(await count(second)).toBe(before);
  expect(effects).toEqual([]);
});

it('runs a deadlocked transaction again until both are through', async () => {
  const { database } = second;
  await database.query(`INSERT INTO note VALUES (100, '{}'), (200, '{}')`);
  let arrived = 0;
  let open: () => void = () => undefined;
  const both = new Promise<void>((resolve) => (open = resolve));
  const touch = async (ids: [number, number]): Promise<void> =>
    database.transaction(async () => {
      await database.query('UPDATE note SET at = now() WHERE id = $1', [ids[0]]);
      arrived += 1;
      if (arrived === 2) open();
      await both;
      await database.query(`UPDATE note SET tags = tags || '{x}' WHERE id = $1`, [ids[1]]);
    });
  await Promise.all([touch([100, 200]), touch([200, 100])]);
  const rows = await database.query<Note>('SELECT tags FROM note WHERE id IN (100, 200)');
  expect(rows.map((row) => row.tags)).toEqual([['x'], ['x']]);
});

it('gives the connection back when a stream is left early', async () => {
  for (let round = 0; round < 20; round += 1) {
    for await (const [row] of streamRows(first.database, 'SELECT generate_series(1, 10000) AS n')) {
      expect(row?.['n']).toBe(1);
      break;
    }
  }
});
