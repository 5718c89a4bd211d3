import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import { isTransactionConflict } from './connection-trouble.js';

interface OpenTransaction {
  manager: EntityManager;
  afterCommit: (() => void | Promise<void>)[];
}

export interface TransactionOptions {
  isolation?: 'READ COMMITTED' | 'REPEATABLE READ' | 'SERIALIZABLE';
  /** How often the work is run again after a deadlock or serialization failure; 3 unless told. */
  retries?: number;
}

/**
 * The database as repositories and services see it. Services say where a transaction begins and ends without
 * touching TypeORM; repositories use `manager` or `query` and land in the transaction that is open around them.
 *
 * Deliberately not here: per-entity methods. They belong to repositories.
 */
export class Database {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();

  constructor(readonly dataSource: DataSource) {}

  /** The entity manager of the open transaction, or of the pool. Ask each time; do not keep it. */
  get manager(): EntityManager {
    return this.open.getStore()?.manager ?? this.dataSource.manager;
  }

  /** Parameterised SQL in the open transaction, or on the pool. Gives the rows of every kind of statement. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.manager.query<Row[] | [Row[], number]>(sql, [...parameters]);
    return isRowsWithCount(result) ? result[0] : result;
  }

  /**
   * Runs the work in one transaction; inside another transaction it joins that one. After a deadlock or a
   * serialization failure the whole work runs again, so it must have no effects outside the database: put those
   * into `afterCommit`.
   */
  async transaction<Result>(work: () => Promise<Result>, options: TransactionOptions = {}): Promise<Result> {
    if (this.open.getStore() !== undefined) return work();
    for (let attempt = 0; ; attempt += 1) {
      const afterCommit: OpenTransaction['afterCommit'] = [];
      try {
        const result = await this.dataSource.transaction(options.isolation ?? 'READ COMMITTED', (manager) =>
          this.open.run({ manager, afterCommit }, work),
        );
        for (const effect of afterCommit) await effect();
        return result;
      } catch (error) {
        if (!isTransactionConflict(error) || attempt >= (options.retries ?? 3)) throw error;
      }
    }
  }

  /** Runs the effect once the open transaction is committed, or at once when none is open. Never runs after a rollback. */
  async afterCommit(effect: () => void | Promise<void>): Promise<void> {
    const transaction = this.open.getStore();
    if (transaction === undefined) await effect();
    else transaction.afterCommit.push(effect);
  }
}

/** TypeORM answers UPDATE and DELETE with [rows, count], all else with rows; a row is never an array. */
function isRowsWithCount<Row>(result: Row[] | [Row[], number]): result is [Row[], number] {
  return result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
}
