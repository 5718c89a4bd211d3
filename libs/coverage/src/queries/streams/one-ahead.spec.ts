import { expect, it } from 'vitest';
import { oneAhead } from './one-ahead.js';

it('keeps the order, works one ahead, and closes the source when nobody reads on', async () => {
  const begun: number[] = [];
  let closed = false;
  async function* numbers() {
    try {
      for (let number = 1; ; number += 1) yield number;
    } finally {
      closed = true;
    }
  }
  const seen: number[] = [];
  for await (const made of oneAhead(numbers(), (number) => Promise.resolve(begun.push(number) && number * 10))) {
    seen.push(made);
    expect(begun.length).toBe(seen.length + 1);
    if (seen.length === 3) break;
  }
  expect(seen).toEqual([10, 20, 30]);
  expect(closed).toBe(true);
});

it('throws what the work threw, in its turn', async () => {
  async function* two() {
    yield 1;
    yield 2;
  }
  const failing = oneAhead(two(), (number) =>
    number === 2 ? Promise.reject(new Error('no')) : Promise.resolve(number),
  );
  expect((await failing.next()).value).toBe(1);
  await expect(failing.next()).rejects.toThrow('no');
});
