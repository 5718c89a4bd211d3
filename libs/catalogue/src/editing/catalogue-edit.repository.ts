import { Injectable } from '@nestjs/common';
import type { CatalogueEntity, CatalogueTopic } from '@timbre/contracts';
import { Database } from '@timbre/platform';

export type ItemKind = 'entity' | 'topic';
export type EditAction = 'seeded' | 'created' | 'changed' | 'removed';

export interface CatalogueEdit {
  kind: ItemKind;
  itemId: string;
  action: EditAction;
  userId: string | null;
  before: CatalogueEntity | CatalogueTopic | null;
  after: CatalogueEntity | CatalogueTopic | null;
}

/** What happened to an item last. */
export interface LastEdit {
  kind: ItemKind;
  itemId: string;
  action: EditAction;
  /** Whether a person ever changed it. */
  byUser: boolean;
}

/** Writes topics and entities, and the log of edits. */
@Injectable()
export class CatalogueEditRepository {
  constructor(private readonly database: Database) {}

  /** Editors take turns, so that version numbers appear in the order in which they become visible. */
  async lock(): Promise<void> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('catalogue edit', 0))`);
  }

  /** @returns the catalogue's new version. */
  async record({ kind, itemId, action, userId, before, after }: CatalogueEdit, at: Date): Promise<number> {
    const [row] = await this.database.query<{ version: number }>(
      `INSERT INTO catalogue_edit (at, kind, item_id, action, user_id, before, after)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING version`,
      [at, kind, itemId, action, userId, jsonOrNull(before), jsonOrNull(after)],
    );
    return row?.version ?? 0;
  }

  async lastEdits(): Promise<LastEdit[]> {
    return this.database.query<LastEdit>(
      `SELECT DISTINCT ON (kind, item_id) kind, item_id AS "itemId", action,
              bool_or(action <> 'seeded') OVER (PARTITION BY kind, item_id) AS "byUser"
       FROM catalogue_edit ORDER BY kind, item_id, version DESC`,
    );
  }

  async saveEntity(entity: CatalogueEntity, builtIn: boolean, version: number, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO catalogue_entity (id, kind, name_en, name_zh, description, part_of, built_in, version, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name_en = excluded.name_en, name_zh = excluded.name_zh,
         description = excluded.description, part_of = excluded.part_of, version = excluded.version,
         updated_at = excluded.updated_at`,
      [
        entity.id,
        entity.kind,
        entity.names.en,
        entity.names.zh ?? null,
        entity.description ?? null,
        entity.partOf ?? null,
        builtIn,
        version,
        at,
      ],
    );
    await this.database.query('DELETE FROM catalogue_alias WHERE entity_id = $1', [entity.id]);
    await this.database.query(
      `INSERT INTO catalogue_alias (entity_id, ordinal, text, lang, case_sensitive)
       SELECT $1, ordinal, text, lang, case_sensitive
       FROM unnest($2::text[], $3::text[], $4::boolean[]) WITH ORDINALITY AS a (text, lang, case_sensitive, ordinal)`,
      [
        entity.id,
        entity.aliases.map(({ text }) => text),
        entity.aliases.map(({ lang }) => lang ?? null),
        entity.aliases.map(({ caseSensitive }) => caseSensitive ?? false),
      ],
    );
  }

  async saveTopic(topic: CatalogueTopic, builtIn: boolean, version: number, at: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO catalogue_topic (id, name_en, name_zh, query, description, built_in, version, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (id) DO UPDATE SET name_en = excluded.name_en, name_zh = excluded.name_zh, query = excluded.query,
         description = excluded.description, version = excluded.version, updated_at = excluded.updated_at`,
      [topic.id, topic.names.en, topic.names.zh ?? null, topic.query, topic.description ?? null, builtIn, version, at],
    );
  }

  async remove(kind: ItemKind, id: string): Promise<void> {
    const table = kind === 'entity' ? 'catalogue_entity' : 'catalogue_topic';
    await this.database.query(`DELETE FROM ${table} WHERE id = $1`, [id]);
  }
}

const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
