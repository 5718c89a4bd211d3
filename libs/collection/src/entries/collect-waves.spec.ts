import { expect, it } from 'vitest';
import { collectWaves } from './collect-waves.js';

const entries = (sourceId: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ sourceId, key: `${sourceId}${index}` }));

it('puts one job of each source into a wave and loses no entry', () => {
  const all = [...entries('large', 95), ...entries('small', 3)];
  const waves = collectWaves(all);
  for (const wave of waves) expect(new Set(wave.map(({ sourceId }) => sourceId)).size).toBe(wave.length);
  expect(waves[0]?.map(({ sourceId }) => sourceId)).toEqual(['large', 'small']);
  expect(
    waves
      .flat()
      .flatMap(({ keys }) => keys)
      .sort(),
  ).toEqual(all.map(({ key }) => key).sort());
});
