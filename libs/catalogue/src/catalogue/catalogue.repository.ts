import { Injectable } from '@nestjs/common';
import type { Alias, Catalogue, CatalogueEntity, CatalogueTopic, EntityKind } from '@timbre/contracts';
import { Database } from '@timbre/platform';

/** What is known of an item besides its content. */
export interface ItemFacts {
  version: number;
  updatedAt: Date;
  builtIn: boolean;
}

interface EntityRecord extends ItemFacts {
  id: string;
  kind: EntityKind;
  nameEn: string;
  nameZh: string | null;
  description: string | null;
  partOf: string | null;
  aliases: { text: string; lang: string | null; caseSensitive: boolean }[];
}

interface TopicRecord extends ItemFacts {
  id: string;
  nameEn: string;
  nameZh: string | null;
  query: string;
  description: string | null;
}

const facts = 'version, updated_at AS "updatedAt", built_in AS "builtIn"';
const entityColumns = `id, kind, name_en AS "nameEn", name_zh AS "nameZh", description, part_of AS "partOf", ${facts},
  coalesce((SELECT jsonb_agg(jsonb_build_object('text', a.text, 'lang', a.lang, 'caseSensitive', a.case_sensitive) ORDER BY a.ordinal)
            FROM catalogue_alias a WHERE a.entity_id = catalogue_entity.id), '[]') AS aliases`;
const topicColumns = `id, name_en AS "nameEn", name_zh AS "nameZh", query, description, ${facts}`;

/** Reads topics and entities. */
@Injectable()
export class CatalogueRepository {
  constructor(private readonly database: Database) {}

  /** Number of the newest edit; 0 before the first. */
  async version(): Promise<number> {
    const [row] = await this.database.query<{ version: number }>(
      'SELECT coalesce(max(version), 0) AS version FROM catalogue_edit',
    );
    return row?.version ?? 0;
  }

  async entities(): Promise<(CatalogueEntity & ItemFacts)[]> {
    const rows = await this.database.query<EntityRecord>(`SELECT ${entityColumns} FROM catalogue_entity ORDER BY id`);
    return rows.map(toEntity);
  }

  async topics(): Promise<(CatalogueTopic & ItemFacts)[]> {
    const rows = await this.database.query<TopicRecord>(`SELECT ${topicColumns} FROM catalogue_topic ORDER BY id`);
    return rows.map(toTopic);
  }

  async findEntity(id: string): Promise<(CatalogueEntity & ItemFacts) | null> {
    const [row] = await this.database.query<EntityRecord>(
      `SELECT ${entityColumns} FROM catalogue_entity WHERE id = $1`,
      [id],
    );
    return row === undefined ? null : toEntity(row);
  }

  async findTopic(id: string): Promise<(CatalogueTopic & ItemFacts) | null> {
    const [row] = await this.database.query<TopicRecord>(`SELECT ${topicColumns} FROM catalogue_topic WHERE id = $1`, [
      id,
    ]);
    return row === undefined ? null : toTopic(row);
  }

  /** The whole catalogue with the version it has; both from one snapshot. */
  load(): Promise<{ version: number; catalogue: Catalogue }> {
    return this.database.transaction(
      async () => {
        const version = await this.version();
        const entities = (await this.entities()).map(withoutFacts);
        const topics = (await this.topics()).map(withoutFacts);
        return { version, catalogue: { version: String(version), entities, topics } };
      },
      { isolation: 'REPEATABLE READ' },
    );
  }
}

function toEntity(row: EntityRecord): CatalogueEntity & ItemFacts {
  return {
    id: row.id,
    kind: row.kind,
    names: namesOf(row),
    aliases: row.aliases.map(({ text, lang, caseSensitive }): Alias => ({
      text,
      ...(lang === null ? {} : { lang }),
      ...(caseSensitive ? { caseSensitive } : {}),
    })),
    ...(row.description === null ? {} : { description: row.description }),
    ...(row.partOf === null ? {} : { partOf: row.partOf }),
    ...factsOf(row),
  };
}

function toTopic(row: TopicRecord): CatalogueTopic & ItemFacts {
  return {
    id: row.id,
    names: namesOf(row),
    query: row.query,
    ...(row.description === null ? {} : { description: row.description }),
    ...factsOf(row),
  };
}

const namesOf = ({ nameEn, nameZh }: { nameEn: string; nameZh: string | null }) => ({
  en: nameEn,
  ...(nameZh === null ? {} : { zh: nameZh }),
});

const factsOf = ({ version, updatedAt, builtIn }: ItemFacts): ItemFacts => ({ version, updatedAt, builtIn });

/** The content of an item alone, as the analysis wants it. */
export function withoutFacts<Item extends ItemFacts>(item: Item): Omit<Item, keyof ItemFacts> {
  const { version: _version, updatedAt: _updatedAt, builtIn: _builtIn, ...content } = item;
  return content;
}
