import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import type { Contribution } from './contribution.js';
import { measureNames, type RollupDelta, rollupDeltas, rollupGrains, type RollupName } from './rollup-delta.js';

export interface VersionCount {
  analysisVersion: string;
  catalogueVersion: number;
  day: string;
  n: number;
}

@Injectable()
export class RollupRepository {
  constructor(private readonly database: Database) {}

  /** The zone in which day roll-ups are cut now. Within a transaction it cannot change until the commit. */
  async lockZone(): Promise<string> {
    const [row] = await this.database.query<{ zone: string }>('SELECT zone FROM rollup_zone FOR KEY SHARE');
    return row?.zone ?? 'UTC';
  }

  async zone(): Promise<string> {
    const [row] = await this.database.query<{ zone: string }>('SELECT zone FROM rollup_zone');
    return row?.zone ?? 'UTC';
  }

  /** Adds and takes away in all grains. Call it last in a transaction: these rows are the busiest. */
  async apply(added: readonly Contribution[], removed: readonly Contribution[]): Promise<void> {
    for (const rollup of Object.keys(rollupGrains) as RollupName[]) {
      await this.upsert(rollup, rollupDeltas(rollup, added, removed));
    }
  }

  /** Adds (or with negative n takes away) readings per analysis version and day. */
  async countVersions(counts: readonly VersionCount[]): Promise<void> {
    const summed = new Map<string, VersionCount>();
    for (const count of counts) {
      const key = `${count.analysisVersion}\u0000${String(count.catalogueVersion).padStart(10, '0')}\u0000${count.day}`;
      const known = summed.get(key);
      if (known === undefined) summed.set(key, { ...count });
      else known.n += count.n;
    }
    const rows = [...summed.entries()]
      .filter(([, { n }]) => n !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, count]) => count);
    if (rows.length === 0) return;
    await this.database.query(
      `INSERT INTO rollup_version_day AS r (analysis_version, catalogue_version, day, n)
       SELECT * FROM unnest($1::text[], $2::int[], $3::date[], $4::int[])
       ON CONFLICT (analysis_version, catalogue_version, day) DO UPDATE SET n = r.n + excluded.n`,
      [
        rows.map((row) => row.analysisVersion),
        rows.map((row) => row.catalogueVersion),
        rows.map((row) => row.day),
        rows.map((row) => row.n),
      ],
    );
  }

  private async upsert(rollup: RollupName, deltas: readonly RollupDelta[]): Promise<void> {
    if (deltas.length === 0) return;
    const keys = Object.entries(rollupGrains[rollup]);
    const columns = [...keys.map(([name]) => name), ...measureNames];
    const types = [
      ...keys.map(([, type]) => type),
      ...measureNames.map((name) => (name.includes('score') ? 'bigint' : 'int')),
    ];
    await this.database.query(
      `INSERT INTO ${rollup} AS r (${columns.join(', ')})
       SELECT * FROM unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')})
       ON CONFLICT (${keys.map(([name]) => name).join(', ')})
       DO UPDATE SET ${measureNames.map((name) => `${name} = r.${name} + excluded.${name}`).join(', ')}`,
      [
        ...keys.map((_, index) => deltas.map((delta) => delta.key[index])),
        ...measureNames.map((name) => deltas.map((delta) => delta.measures[name])),
      ],
    );
  }
}
