import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import type { DueSource } from '../polling/poll-waves.js';
import { type FamilyFacts, publisherFamilies } from './publisher-families.js';
import type { SourceFacts } from './source-directory.port.js';
import { SourceEntity } from './source.entity.js';

@Injectable()
export class SourceRepository {
  constructor(private readonly database: Database) {}

  private get rows() {
    return this.database.manager.getRepository(SourceEntity);
  }

  /** All that were not removed, by name. */
  listed(): Promise<SourceEntity[]> {
    return this.rows
      .createQueryBuilder('source')
      .where('source.removedAt IS NULL')
      .orderBy('lower(source.name)')
      .getMany();
  }

  byId(id: string): Promise<SourceEntity | null> {
    return this.rows
      .createQueryBuilder('source')
      .where('source.id = :id AND source.removedAt IS NULL', { id })
      .getOne();
  }

  byUrl(url: string): Promise<SourceEntity | null> {
    return this.rows
      .createQueryBuilder('source')
      .where('source.url = :url AND source.removedAt IS NULL', { url })
      .getOne();
  }

  async facts(): Promise<SourceFacts[]> {
    const rows = await this.database.query<Omit<SourceFacts, 'family'> & FamilyFacts>(
      `SELECT id, name, outlet, reach, sample, retention_days AS "retentionDays", family,
              CASE WHEN kind IN ('feed', 'page') THEN url END AS url
       FROM source`,
    );
    const families = publisherFamilies(rows);
    return rows.map(({ url: _url, ...facts }) => ({ ...facts, family: families.get(facts.id) ?? facts.outlet }));
  }

  sampleIds(): Promise<string[]> {
    return this.database
      .query<{ id: string }>('SELECT id FROM source WHERE sample')
      .then((rows) => rows.map((row) => row.id));
  }

  async insert(source: SourceEntity): Promise<void> {
    await this.rows.insert({ ...source, options: source.options as object, lastError: undefined });
  }

  /** Inserts, or brings back a removed source of this id; another process may have done either. */
  async insertOrRevive(source: SourceEntity): Promise<void> {
    await this.rows
      .createQueryBuilder()
      .insert()
      .values({ ...source, options: source.options as object, lastError: undefined })
      .orUpdate(['removed_at'], ['id'])
      .execute();
  }

  async update(id: string, changes: Partial<SourceEntity>): Promise<void> {
    await this.rows.update({ id }, changes as object);
  }

  async nextWebhookGeneration(id: string): Promise<void> {
    await this.database.query('UPDATE source SET webhook_generation = webhook_generation + 1 WHERE id = $1', [id]);
  }

  async delete(id: string): Promise<void> {
    await this.rows.delete({ id });
  }

  /**
   * Takes the sources whose time has come and moves their next attempt `leaseSeconds` ahead, so that no second
   * scheduler takes them; the poll itself then sets the true time.
   */
  takeDue(now: Date, leaseSeconds: number, limit: number): Promise<DueSource[]> {
    return this.database.query<DueSource>(
      `WITH taken AS (
         UPDATE source SET next_attempt = $1::timestamptz + make_interval(secs => $2)
         WHERE id IN (
           SELECT id FROM source
           WHERE enabled AND removed_at IS NULL AND retired_at IS NULL AND url IS NOT NULL
             AND (next_attempt IS NULL OR next_attempt <= $1)
           ORDER BY next_attempt NULLS FIRST LIMIT $3 FOR UPDATE SKIP LOCKED)
         RETURNING id, url, next_attempt)
       SELECT id, url, next_attempt AS due FROM taken`,
      [now, leaseSeconds, limit],
    );
  }

  /** Moves the next attempt on if it is still what the caller saw; false when somebody else was faster. */
  async claim(id: string, seen: Date | null, until: Date): Promise<boolean> {
    const rows = await this.database.query(
      `WITH claimed AS (
         UPDATE source SET next_attempt = $3 WHERE id = $1 AND next_attempt IS NOT DISTINCT FROM $2::timestamptz RETURNING id)
       SELECT id FROM claimed`,
      [id, seen, until],
    );
    return rows.length > 0;
  }

  /** Sets the next attempt of sources that were taken too early. */
  async putOff(ids: readonly string[], nextAttempt: Date): Promise<void> {
    await this.database.query('UPDATE source SET next_attempt = $2 WHERE id = ANY($1::text[])', [ids, nextAttempt]);
  }
}
