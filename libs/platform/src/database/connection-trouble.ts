/** Socket errors, and SQLSTATEs of a server that is starting, stopping or full (class 08, 53, 57P). */
const transient = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);

/** Messages of node-postgres for a lost connection, which carry no code. */
const transientMessage =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/;

/** The code of an error or of the driver error that TypeORM wraps. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('driverError' in error) return errorCode(error.driverError);
  if ('errors' in error && Array.isArray(error.errors)) return errorCode(error.errors[0]);
  return undefined;
}

/** Whether waiting can help: the database is away, starting, or has no connection left. */
export function isConnectionTrouble(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== undefined) return transient.has(code);
  return error instanceof Error && transientMessage.test(error.message);
}

/** Whether the same transaction may succeed when run again: serialization failure, deadlock. */
export function isTransactionConflict(error: unknown): boolean {
  const code = errorCode(error);
  return code === '40001' || code === '40P01';
}

/**
 * One sentence for people, for the errors that a person can do something about.
 *
 * @param where - the address without credentials, see `describeDatabase`.
 */
export function explainConnectionError(error: unknown, where: string): string {
  const detail = error instanceof Error ? error.message || errorCode(error) : String(error);
  switch (errorCode(error)) {
    case 'ECONNREFUSED':
      return `Nothing listens at ${where}. Start PostgreSQL there or correct DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of ${where} has no address. Correct DATABASE_URL or the name server.`;
    case '28P01':
    case '28000':
      return `PostgreSQL at ${where} refuses the user or password. Correct DATABASE_URL.`;
    case '3D000':
      return `The database of ${where} does not exist. Create it, or correct DATABASE_URL.`;
    case '53300':
      return `PostgreSQL at ${where} has no connection left. Raise max_connections, or lower TIMBRE_DATABASE_POOL.`;
    case '53100':
      return `The disk of PostgreSQL at ${where} is full. Free some space; work goes on by itself.`;
    case '57P03':
      return `PostgreSQL at ${where} is still starting.`;
    default:
      return `PostgreSQL at ${where} cannot be used: ${detail}.`;
  }
}

/** host:port/database, without user and password. */
export function describeDatabase(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || 'localhost'}:${port || '5432'}${pathname}`;
}
