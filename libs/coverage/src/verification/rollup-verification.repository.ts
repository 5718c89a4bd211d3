import { Injectable } from '@nestjs/common';
import { Database } from '@timbre/platform';
import { recomputeRollup, rollupDifferences, versionDifferences } from '../rollups/recompute-rollup.js';
import { measureNames, rollupGrains, type RollupName } from '../rollups/rollup-delta.js';

export interface RollupDifference {
  table: string;
  /** Key columns by name, and the two values of n. */
  row: Record<string, unknown>;
}

export interface Inventory {
  articles: number;
  waiting: number;
  failed: number;
  mentions: number;
}

const rollups = Object.keys(rollupGrains) as RollupName[];

/** Compares the roll-ups and flags with what they are sums of. */
@Injectable()
export class RollupVerificationRepository {
  constructor(private readonly database: Database) {}

  /** Differing rows, at most `most` of each kind, all from one snapshot. */
  differences(most: number): Promise<{ zone: string; differences: RollupDifference[]; inventory: Inventory }> {
    return this.database.transaction(
      async () => {
        const zone = await this.zone();
        const found: RollupDifference[] = [];
        const look = async (table: string, sql: string, parameters: unknown[]): Promise<void> => {
          const rows = await this.database.query(`${sql} LIMIT ${Math.floor(most)}`, parameters);
          found.push(...rows.map((row) => ({ table, row })));
        };
        for (const rollup of rollups) await look(rollup, rollupDifferences(rollup), [zone]);
        await look('rollup_version_day', versionDifferences, [zone]);
        await look('story', wrongLeads, []);
        await look('mention', misplacedMentions, []);
        await look('correction', uncountedCorrections, []);
        return { zone, differences: found, inventory: await this.inventory() };
      },
      { isolation: 'REPEATABLE READ' },
    );
  }

  /** Makes all roll-ups anew, with day buckets cut in this zone. Writers wait meanwhile. */
  async rebuild(zone: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query('UPDATE rollup_zone SET zone = $1', [zone]);
      for (const rollup of rollups) {
        const keys = Object.keys(rollupGrains[rollup]).join(', ');
        const columns = [keys, ...measureNames].join(', ');
        await this.database.query(`DELETE FROM ${rollup}`);
        // Laid down in key order, a target's days are neighbours on few pages.
        await this.database.query(`INSERT INTO ${rollup} (${columns}) ${recomputeRollup(rollup)} ORDER BY ${keys}`, [
          zone,
        ]);
      }
      await this.database.query('DELETE FROM rollup_version_day');
      await this.database.query(
        `INSERT INTO rollup_version_day (analysis_version, catalogue_version, day, n)
         SELECT analysis_version, catalogue_version, (published AT TIME ZONE $1)::date, count(*)
         FROM article WHERE analysis_version IS NOT NULL GROUP BY 1, 2, 3`,
        [zone],
      );
    });
  }

  private async zone(): Promise<string> {
    const [row] = await this.database.query<{ zone: string }>('SELECT zone FROM rollup_zone');
    return row?.zone ?? 'UTC';
  }

  private async inventory(): Promise<Inventory> {
    const [row] = await this.database.query<Inventory>(
      `SELECT count(*)::int AS articles, count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
              count(*) FILTER (WHERE state = 'failed')::int AS failed, (SELECT count(*)::int FROM mention) AS mentions
       FROM article`,
    );
    return row ?? { articles: 0, waiting: 0, failed: 0, mentions: 0 };
  }
}

/** Stories whose count or lead is not what their articles say. */
const wrongLeads = `
  SELECT s.id::text, s.articles AS stored, coalesce(a.articles, 0) AS recomputed,
         s.lead_article::text AS lead, a.lead::text AS first
  FROM story s LEFT JOIN (
    SELECT story_id, count(*)::int AS articles,
           (array_agg(id ORDER BY published, id) FILTER (WHERE analysis_version IS NOT NULL))[1] AS lead
    FROM article GROUP BY story_id
  ) a ON a.story_id = s.id
  WHERE s.articles <> coalesce(a.articles, 0) OR s.lead_article IS DISTINCT FROM a.lead`;

/** Mentions that contradict their article, and read articles without any mention. */
const misplacedMentions = `
  SELECT a.id::text, m.target, a.state
  FROM article a
  FULL JOIN mention m ON m.article_id = a.id
  LEFT JOIN story s ON s.id = a.story_id
  WHERE a.id IS NULL
     OR (m.article_id IS NULL AND a.analysis_version IS NOT NULL)
     OR (m.article_id IS NOT NULL AND (a.analysis_version IS NULL OR m.published <> a.published
         OR m.source_id <> a.source_id OR m.lead <> (s.lead_article = a.id)))`;

/** Mentions that do not say what a person said of them. */
const uncountedCorrections = `
  SELECT c.article_id::text AS id, c.key AS target, c.value ->> 'label' AS judged, m.label
  FROM correction c
  JOIN article a ON a.id = c.article_id AND a.analysis_version IS NOT NULL
  LEFT JOIN mention m ON m.article_id = a.id AND m.published = a.published AND m.target = c.key
  WHERE c.kind = 'mention' AND c.ended_at IS NULL AND m.label IS DISTINCT FROM (
    CASE WHEN c.read IS NULL THEN NULL ELSE CASE c.value ->> 'label'
      WHEN 'negative' THEN -1 WHEN 'neutral' THEN 0 WHEN 'positive' THEN 1 END END)`;
