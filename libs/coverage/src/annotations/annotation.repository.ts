import { Injectable } from '@nestjs/common';
import type { TargetRef } from '@timbre/contracts';
import { Database } from '@timbre/platform';

/** An event as it is stored. */
export interface StoredAnnotation {
  id: string;
  at: Date;
  text: string;
  target: TargetRef | null;
  madeByName: string;
}

/** More than these would not leave room for the curve. */
const mostShown = 100;

@Injectable()
export class AnnotationRepository {
  constructor(private readonly database: Database) {}

  /** Events in `[from, to)`, oldest first: those of all charts, and those of the target. */
  within(from: Date, to: Date, target: TargetRef | undefined): Promise<StoredAnnotation[]> {
    return this.database.query<StoredAnnotation>(
      `SELECT id, at, text, target, made_by_name AS "madeByName" FROM annotation
       WHERE at >= $1 AND at < $2 AND (target IS NULL OR target = $3) ORDER BY at, id LIMIT ${mostShown}`,
      [from, to, target ?? null],
    );
  }

  async insert(note: StoredAnnotation, madeBy: string, now: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO annotation (id, at, text, target, made_by, made_by_name, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [note.id, note.at, note.text, note.target, madeBy, note.madeByName, now],
    );
  }

  /** Whether there was one to delete. */
  async delete(id: string): Promise<boolean> {
    const gone = await this.database.query('DELETE FROM annotation WHERE id = $1 RETURNING id', [id]);
    return gone.length > 0;
  }
}
