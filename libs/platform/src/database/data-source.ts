import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm';

export type EntityClass = (new () => object) | EntitySchema;
export type MigrationClass = new () => MigrationInterface;

export interface DatabaseConnection {
  url: string;
  /** Most connections of this process; 10 unless told. */
  poolSize?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
}

/** TypeORM options of every data source: the schema comes from migrations only, and a dead server is noticed. */
export function dataSourceOptions({ url, poolSize = 10, applicationName = 'timbre' }: DatabaseConnection) {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    applicationName,
    connectTimeoutMS: 10_000,
    poolSize,
    extra: { keepAlive: true, idleTimeoutMillis: 30_000 },
  } as const satisfies DataSourceOptions;
}

/** A data source that is not connected yet. */
export function createDataSource(
  options: DatabaseConnection & { entities?: EntityClass[]; migrations?: MigrationClass[] },
): DataSource {
  return new DataSource({
    ...dataSourceOptions(options),
    entities: options.entities ?? [],
    migrations: options.migrations ?? [],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
}
