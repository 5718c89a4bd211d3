import { createDataSource } from '@timbre/platform';

const tables = ['article', 'article_text', 'reading', 'mention', 'quote', 'forecast'];
const batch = 2_000;

/**
 * Seconds that it takes to insert the rows which the articles of an installation led to once more, by unnest alone, on
 * one connection: into tables of the same columns and indexes that are not partitioned. No roll-ups, stories or queues.
 */
export async function bareInsertSeconds(url: string): Promise<number> {
  const database = await createDataSource({ url, poolSize: 1 }).initialize();
  try {
    await database.query('DROP SCHEMA IF EXISTS bare CASCADE; CREATE SCHEMA bare');
    let milliseconds = 0;
    for (const table of tables) {
      const columns = await database.query<{ name: string; type: string }[]>(
        `SELECT quote_ident(attname) AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
         WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
        [table],
      );
      await database.query(`CREATE TABLE bare.${table} (LIKE ${table} INCLUDING ALL)`);
      const names = columns.map(({ name }) => name).join(', ');
      const rows = await database.query<Record<string, string | null>[]>(
        `SELECT ${columns.map(({ name }) => `${name}::text`).join(', ')} FROM ${table}`,
      );
      const insert = `INSERT INTO bare.${table} (${names})
        SELECT ${columns.map(({ name, type }) => `u.${name}::${type}`).join(', ')}
        FROM unnest(${columns.map((_, index) => `$${index + 1}::text[]`).join(', ')}) AS u (${names})`;
      for (let at = 0; at < rows.length; at += batch) {
        const part = rows.slice(at, at + batch);
        const values = columns.map(({ name }) => part.map((row) => row[name] ?? null));
        const start = performance.now();
        await database.query(insert, values);
        milliseconds += performance.now() - start;
      }
    }
    return milliseconds / 1_000;
  } finally {
    await database.query('DROP SCHEMA IF EXISTS bare CASCADE');
    await database.destroy();
  }
}
