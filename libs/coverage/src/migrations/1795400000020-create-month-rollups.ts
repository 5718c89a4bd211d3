import type { MigrationInterface, QueryRunner } from 'typeorm';

const measures = ['', 'lead_'].flatMap((prefix) =>
  ['n', 'positive', 'negative', 'score_sum', 'score_sq'].map((name) => `${prefix}${name}`),
);

const monthsOf = { rollup_target_language_month: 'lang', rollup_target_source_month: 'source_id' };

/** The fourth grain: whole months, from which long ranges are answered. Filled from the days that are there already. */
export class CreateMonthRollups1795400000020 implements MigrationInterface {
  name = 'CreateMonthRollups1795400000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, dimension] of Object.entries(monthsOf)) {
      const columns = measures.map(
        (name) => `${name} ${name.includes('score') ? 'bigint' : 'integer'} NOT NULL DEFAULT 0`,
      );
      await runner.query(`
        CREATE TABLE ${table} (
          target text NOT NULL, month date NOT NULL, ${dimension} text NOT NULL, ${columns.join(', ')},
          PRIMARY KEY (target, month, ${dimension})
        ) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05)`);
      await runner.query(`
        INSERT INTO ${table} (target, month, ${dimension}, ${measures.join(', ')})
        SELECT target, date_trunc('month', day::timestamp)::date, ${dimension},
               ${measures.map((name) => `sum(${name})`).join(', ')}
        FROM ${table.replace('month', 'day')} GROUP BY 1, 2, 3`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${Object.keys(monthsOf).join(', ')}`);
  }
}
