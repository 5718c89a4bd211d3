import { Injectable } from '@nestjs/common';
import type { AlertVerdict } from '@timbre/contracts';
import type { VerdictMark } from '@timbre/metrics';
import { Database } from '@timbre/platform';

interface Row {
  subject: string;
  key: string;
  from: Date;
  to: Date | null;
  verdict: AlertVerdict;
  markedAt: Date;
}

/** Verdicts on stretches of what rules measure. */
@Injectable()
export class AlertMarkRepository {
  constructor(private readonly database: Database) {}

  /** Marks of these subjects, by subject and key of the series: `marks.get(subject + ' ' + key)`. */
  async of(subjects: readonly string[]): Promise<Map<string, VerdictMark[]>> {
    const rows = await this.database.query<Row>(
      `SELECT subject, key, from_at AS "from", to_at AS "to", verdict, marked_at AS "markedAt"
       FROM alert_mark WHERE subject = ANY($1::text[]) ORDER BY from_at DESC LIMIT 20000`,
      [[...new Set(subjects)]],
    );
    const marks = new Map<string, VerdictMark[]>();
    for (const { subject, key, from, to, verdict, markedAt } of rows) {
      const mark = { from: from.getTime(), to: to?.getTime() ?? null, verdict, markedAt: markedAt.getTime() };
      const name = `${subject} ${key}`;
      marks.set(name, [...(marks.get(name) ?? []), mark]);
    }
    return marks;
  }

  async set(
    mark: { subject: string; key: string; from: Date; to: Date | null; verdict: AlertVerdict },
    by: string,
    at: Date,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO alert_mark (subject, key, from_at, to_at, verdict, by, marked_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (subject, key, from_at) DO UPDATE SET to_at = excluded.to_at, verdict = excluded.verdict,
         by = excluded.by, marked_at = excluded.marked_at`,
      [mark.subject, mark.key, mark.from, mark.to, mark.verdict, by, at],
    );
  }

  /** Takes back all marks that a stretch overlaps. */
  async forget(subject: string, key: string, from: Date, to: Date | null): Promise<void> {
    await this.database.query(
      `DELETE FROM alert_mark WHERE subject = $1 AND key = $2
         AND from_at <= coalesce($4::timestamptz, $3) AND coalesce(to_at, from_at) >= $3`,
      [subject, key, from, to],
    );
  }
}
