import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line inside the work carries, e.g. `requestId`, `jobId`, `queue`. */
export type LogFields = Readonly<Record<string, string | number>>;

const storage = new AsyncLocalStorage<LogFields>();

/** Runs the work with these fields on its log lines, added to those already there. */
export function withLogFields<Result>(fields: LogFields, work: () => Result): Result {
  return storage.run({ ...storage.getStore(), ...fields }, work);
}

/** The fields in force here. */
export function currentLogFields(): LogFields {
  return storage.getStore() ?? {};
}
