import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { publicationMonths } from './publication-months.js';

const partitionedTables = ['mention', 'quote', 'forecast'] as const;

/** Creates the monthly partitions of mentions, quotes and forecasts when the first article of a month arrives. */
@Injectable()
export class PublicationPartitionRepository {
  private readonly known = new Set<string>();

  constructor(private readonly database: Database) {}

  /**
   * Call it before, not inside, the transaction that writes. Attaching a ready table takes a lock that stops neither
   * readers nor writers; `CREATE TABLE … PARTITION OF` would wait for the longest report.
   */
  async ensureFor(moments: readonly Date[]): Promise<void> {
    const missing = publicationMonths(moments).filter(({ suffix }) => !this.known.has(suffix));
    for (const { suffix, from, to } of missing) {
      await this.database.transaction(async () => {
        await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('coverage partitions', 0))`);
        for (const table of partitionedTables) {
          const name = `${table}_${suffix}`;
          const [found] = await this.database.query<{ present: boolean }>(
            'SELECT to_regclass($1) IS NOT NULL AS present',
            [name],
          );
          if (found?.present === true) continue;
          await this.database.query(`CREATE TABLE ${name} (LIKE ${table} INCLUDING ALL)`);
          await this.database.query(
            `ALTER TABLE ${table} ATTACH PARTITION ${name} FOR VALUES FROM ('${from}') TO ('${to}')`,
          );
        }
      });
      this.known.add(suffix);
    }
  }
}
