export { allMigrations } from './all-migrations.js';
export { startApi } from './start-api.js';
