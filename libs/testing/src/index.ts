export { builder } from './builders/builder.js';
export { sequence } from './builders/sequence.js';
export { testDatabase, type TestDatabase, type TestDatabaseOptions } from './postgres/test-database.js';
export { testRedis, type TestRedis } from './redis/test-redis.js';
export { testCertificate } from './servers/test-certificate.js';
export { testMailbox, type ReceivedMail, type TestMailbox } from './servers/test-mailbox.js';
export {
  testSite,
  type PlannedResponse,
  type ReceivedRequest,
  type SiteHandler,
  type TestSite,
} from './servers/test-site.js';
export { waitUntil } from './wait-until.js';
