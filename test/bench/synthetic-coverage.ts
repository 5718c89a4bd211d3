import type { Database } from '@timbre/platform';

export interface SyntheticCoverage {
  /** About one tenth of the mentions. */
  articles: number;
  /** First moment of publication; times are spread evenly over the days that follow. */
  from: Date;
  days: number;
  topics: readonly string[];
  entities: readonly string[];
  sources: number;
}

/**
 * Fills an empty database with seeded coverage, straight into the tables: sources and targets with long tails, a fifth
 * of the articles in shared stories, three topics and seven entities drawn per article. Call it on a pool of one
 * connection, because the seed belongs to a connection. Roll-ups are left to `RollupVerifier.rebuild`.
 */
export async function generateCoverage(database: Database, coverage: SyntheticCoverage): Promise<void> {
  const { articles, from, days, topics, entities, sources } = coverage;
  await database.query('SELECT setseed(0.42)');
  for (let month = startOfMonth(from); month.getTime() < from.getTime() + days * 86_400_000; month = nextMonth(month)) {
    const name = `mention_${month.toISOString().slice(0, 7).replace('-', '_')}`;
    await database.query(
      `CREATE TABLE IF NOT EXISTS ${name} PARTITION OF mention
       FOR VALUES FROM ('${month.toISOString()}') TO ('${nextMonth(month).toISOString()}')`,
    );
  }
  await database.query(
    `INSERT INTO article (id, source_id, content_id, title, excerpt, lang, published, dated, collected, story_id, state,
       due, analysis_version, catalogue_version, read_at)
     SELECT id, 's' || floor(power(random(), 2) * $4)::int, id, 'A headline of an ordinary length, number ' || i, '',
       CASE WHEN random() < 0.5 THEN 'zh' ELSE 'en' END,
       ($1::timestamptz + random() * $2::int * interval '1 day')::timestamptz(3), true, $1::timestamptz,
       CASE WHEN random() < 0.2 THEN md5('story' || floor(random() * $3::int / 10))::uuid ELSE id END,
       'read', $1::timestamptz, 'v1', 1, $1::timestamptz
     FROM (SELECT i, md5(i::text)::uuid AS id FROM generate_series(1, $3::int) AS i) numbered`,
    [from, days, articles, sources],
  );
  await database.query(
    `INSERT INTO story (id, articles, lead_article)
     SELECT story_id, count(*), (array_agg(id ORDER BY published, id))[1] FROM article GROUP BY 1`,
  );
  await database.query(
    `INSERT INTO mention (article_id, target, published, source_id, lang, score, label, confidence, lead, aspects,
       aspect_scores, words, word_weights, evidence)
     SELECT a.id, t.target, a.published, a.source_id, a.lang, t.score,
       CASE WHEN t.score >= 2000 THEN 1 WHEN t.score <= -2000 THEN -1 ELSE 0 END, 0.8, s.lead_article = a.id,
       '{cost}', ARRAY[t.score], ARRAY['word' || t.score % 500, 'other' || t.score % 300], ARRAY[0.2, -0.1],
       '{"evidence":[{"from":0,"to":40,"score":0.3,"terms":[{"from":0,"to":2,"weight":0.3}]}],"aspects":[]}'
     FROM article a JOIN story s ON s.id = a.story_id, LATERAL (
       SELECT DISTINCT ON (target) target, ((random() * 2 - 1) * 10000)::int AS score FROM (
         SELECT 'all' AS target
         UNION ALL SELECT ($1::text[])[1 + floor(power(random(), 2) * cardinality($1::text[]))::int]
           FROM generate_series(1, 3) WHERE a.id IS NOT NULL
         UNION ALL SELECT ($2::text[])[1 + floor(power(random(), 2) * cardinality($2::text[]))::int]
           FROM generate_series(1, 7) WHERE a.id IS NOT NULL) drawn ORDER BY target) t`,
    [topics, entities],
  );
}

function startOfMonth(moment: Date): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth()));
}

function nextMonth(month: Date): Date {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1));
}
