import { expect, it } from 'vitest';
import { explainStartFailure, isOrphanInTheWay } from './explain-start-failure.js';
import { parsePostmasterFile } from './postmaster-file.js';

it('reads pid and port, and nothing from a file that is cut off', () => {
  expect(parsePostmasterFile('4711\n/data\n1700000000\n5433\n\n127.0.0.1\n  1 2\nready\n')).toEqual({
    pid: 4711,
    port: 5433,
  });
  for (const text of ['', '4711\n/data\n', 'x\n\n\n5433\n', '-1\n\n\n5433\n'])
    expect(parsePostmasterFile(text)).toBeNull();
});

it.each([
  ['initdb: error: could not write: No space left on device', /disk .* is full/],
  ['LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', /port is taken/],
  ['FATAL:  could not open file: Permission denied', /cannot be read or written/],
  ['LOG: x\nFATAL:  something new\nLOG: y', /something new/],
])('says what to do about %s', (log, advice) => {
  expect(explainStartFailure(log)).toMatch(advice);
});

it('knows an orphan from other trouble', () => {
  expect(isOrphanInTheWay('FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use')).toBe(true);
  expect(isOrphanInTheWay('FATAL:  Permission denied')).toBe(false);
});
