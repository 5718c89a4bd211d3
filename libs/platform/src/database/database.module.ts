import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type DatabaseConnection, dataSourceOptions } from './data-source.js';
import { Database } from './database.js';

/**
 * The pool of this process. Features register their entities with `TypeOrmModule.forFeature([...])`; repositories
 * inject `Database`.
 */
@Module({})
export class DatabaseModule {
  static forRoot(connection: DatabaseConnection): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(connection),
          autoLoadEntities: true,
          retryAttempts: 30,
          retryDelay: 1_000,
        }),
      ],
      providers: [
        { provide: Database, inject: [DataSource], useFactory: (source: DataSource) => new Database(source) },
      ],
      exports: [Database],
    };
  }
}
