export { EmbeddedPostgresError } from './embedded-error.js';
export {
  type EmbeddedOptions,
  type EmbeddedServer,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
} from './embedded-postgres.js';
export { freePort } from './free-port.js';
