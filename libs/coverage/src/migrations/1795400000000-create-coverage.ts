import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hash partitions of the article-side tables; also the natural shard count on a distributed PostgreSQL. */
const hashPartitions = 16;

/** Rows older than this share one partition, so that a source with wild dates cannot create thousands of them. */
const firstMonth = '2000-01-01';

const measures = (prefix: string) => `
  ${prefix}n integer NOT NULL DEFAULT 0,
  ${prefix}positive integer NOT NULL DEFAULT 0,
  ${prefix}negative integer NOT NULL DEFAULT 0,
  ${prefix}score_sum bigint NOT NULL DEFAULT 0,
  ${prefix}score_sq bigint NOT NULL DEFAULT 0`;

/**
 * Articles and their texts (hash-partitioned by identity), what was read in them (range-partitioned by month of
 * publication), stories, and the roll-ups. Scores are stored in ten-thousandths: integers add up exactly, so that
 * roll-ups can be compared with a recomputation bit for bit.
 */
export class CreateCoverage1795400000000 implements MigrationInterface {
  name = 'CreateCoverage1795400000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.createArticles(runner);
    await this.createReadings(runner);
    await this.createRollups(runner);
  }

  private async createArticles(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE story (
        id uuid PRIMARY KEY,
        articles integer NOT NULL DEFAULT 0,
        lead_article uuid
      );

      CREATE TABLE article (
        id uuid NOT NULL,
        source_id text NOT NULL,
        url text,
        canonical_url text,
        content_id uuid NOT NULL,
        title text NOT NULL,
        byline text,
        excerpt text NOT NULL,
        lang text NOT NULL,
        published timestamptz(3) NOT NULL,
        dated boolean NOT NULL,
        collected timestamptz(3) NOT NULL,
        extractor text,
        story_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'read', 'failed', 'excluded')),
        revision integer NOT NULL DEFAULT 1,
        attempts smallint NOT NULL DEFAULT 0,
        error text,
        due timestamptz(3) NOT NULL,
        analysis_version text,
        catalogue_version integer,
        read_at timestamptz(3),
        PRIMARY KEY (id)
      ) PARTITION BY HASH (id);
      CREATE INDEX article_published ON article (published DESC, id DESC);
      CREATE INDEX article_story ON article (story_id);
      CREATE INDEX article_source ON article (source_id, published);
      CREATE INDEX article_due ON article (due) WHERE state = 'waiting';

      CREATE TABLE article_text (
        id uuid NOT NULL,
        text text NOT NULL,
        reading_text text,
        search tsvector NOT NULL,
        PRIMARY KEY (id)
      ) PARTITION BY HASH (id);
      CREATE INDEX article_text_search ON article_text USING gin (search);

      CREATE TABLE reading (
        article_id uuid NOT NULL,
        details jsonb NOT NULL,
        history jsonb NOT NULL DEFAULT '[]',
        PRIMARY KEY (article_id)
      ) PARTITION BY HASH (article_id);
    `);
    for (const table of ['article', 'article_text', 'reading']) {
      for (let part = 0; part < hashPartitions; part += 1) {
        await runner.query(
          `CREATE TABLE ${table}_p${String(part).padStart(2, '0')} PARTITION OF ${table}
           FOR VALUES WITH (MODULUS ${hashPartitions}, REMAINDER ${part})`,
        );
      }
    }
  }

  private async createReadings(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mention (
        article_id uuid NOT NULL,
        target text NOT NULL,
        published timestamptz(3) NOT NULL,
        source_id text NOT NULL,
        lang text NOT NULL,
        score smallint NOT NULL,
        label smallint NOT NULL,
        confidence real NOT NULL,
        lead boolean NOT NULL,
        aspects text[] NOT NULL,
        aspect_scores smallint[] NOT NULL,
        words text[] NOT NULL,
        word_weights real[] NOT NULL,
        evidence jsonb NOT NULL,
        PRIMARY KEY (article_id, target, published)
      ) PARTITION BY RANGE (published);
      CREATE INDEX mention_target ON mention (target, published DESC, article_id DESC);

      CREATE TABLE quote (
        article_id uuid NOT NULL,
        ordinal smallint NOT NULL,
        published timestamptz(3) NOT NULL,
        source_id text NOT NULL,
        lang text NOT NULL,
        speaker text,
        speaker_entity text,
        targets text[] NOT NULL,
        target_labels smallint[] NOT NULL,
        body jsonb NOT NULL,
        PRIMARY KEY (article_id, ordinal, published)
      ) PARTITION BY RANGE (published);
      CREATE INDEX quote_published ON quote (published DESC, article_id DESC, ordinal DESC);
      CREATE INDEX quote_targets ON quote USING gin (targets);

      CREATE TABLE forecast (
        article_id uuid NOT NULL,
        ordinal smallint NOT NULL,
        published timestamptz(3) NOT NULL,
        source_id text NOT NULL,
        lang text NOT NULL,
        subject text,
        speaker text,
        speaker_entity text,
        body jsonb NOT NULL,
        PRIMARY KEY (article_id, ordinal, published)
      ) PARTITION BY RANGE (published);
      CREATE INDEX forecast_subject ON forecast (subject, published);
      CREATE INDEX forecast_published ON forecast (published DESC, article_id DESC, ordinal DESC);
    `);
    for (const table of ['mention', 'quote', 'forecast']) {
      await runner.query(
        `CREATE TABLE ${table}_early PARTITION OF ${table} FOR VALUES FROM (MINVALUE) TO ('${firstMonth} 00:00:00+00')`,
      );
    }
  }

  private async createRollups(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rollup_target_language_hour (
        target text NOT NULL, hour timestamptz(0) NOT NULL, lang text NOT NULL,${measures('')},${measures('lead_')},
        PRIMARY KEY (target, hour, lang)
      );
      CREATE TABLE rollup_target_language_day (
        target text NOT NULL, day date NOT NULL, lang text NOT NULL,${measures('')},${measures('lead_')},
        PRIMARY KEY (target, day, lang)
      );
      CREATE TABLE rollup_target_source_day (
        target text NOT NULL, day date NOT NULL, source_id text NOT NULL,${measures('')},${measures('lead_')},
        PRIMARY KEY (target, day, source_id)
      );
      CREATE INDEX rollup_target_source_day_source ON rollup_target_source_day (target, source_id, day);
      CREATE TABLE rollup_version_day (
        analysis_version text NOT NULL, catalogue_version integer NOT NULL, day date NOT NULL,
        n integer NOT NULL DEFAULT 0,
        PRIMARY KEY (analysis_version, catalogue_version, day)
      );
      CREATE TABLE rollup_zone (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        zone text NOT NULL
      );
      INSERT INTO rollup_zone (zone) VALUES ('UTC');
    `);
    for (const table of ['rollup_target_language_hour', 'rollup_target_language_day', 'rollup_target_source_day']) {
      // Counters are updated in place all day long: room in each page keeps those updates off the index.
      await runner.query(`ALTER TABLE ${table} SET (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE rollup_zone, rollup_version_day, rollup_target_source_day, rollup_target_language_day,
        rollup_target_language_hour, forecast, quote, mention, reading, article_text, article, story
    `);
  }
}
