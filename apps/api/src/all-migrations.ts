import { alertingMigrations } from '@timbre/alerting';
import { catalogueMigrations } from '@timbre/catalogue';
import { collectionMigrations } from '@timbre/collection';
import { coverageMigrations } from '@timbre/coverage';
import { identityMigrations } from '@timbre/identity';
import { type MigrationClass, platformMigrations } from '@timbre/platform';
import { reportingMigrations } from '@timbre/reporting';

/** The whole schema. The timestamps in the class names give the order. */
export const allMigrations: MigrationClass[] = [
  ...platformMigrations,
  ...identityMigrations,
  ...catalogueMigrations,
  ...collectionMigrations,
  ...coverageMigrations,
  ...alertingMigrations,
  ...reportingMigrations,
];
