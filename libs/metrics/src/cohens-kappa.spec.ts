import { describe, expect, it } from 'vitest';
import { cohensKappa } from './cohens-kappa.js';

describe('cohensKappa', () => {
  it('is 1 for judges who always agree, 0 for chance, and negative below it', () => {
    expect(
      cohensKappa([
        [3, 0],
        [0, 5],
      ]),
    ).toBe(1);
    expect(
      cohensKappa([
        [4, 4],
        [4, 4],
      ]),
    ).toBe(0);
    expect(
      cohensKappa([
        [0, 5],
        [5, 0],
      ]),
    ).toBe(-1);
  });

  it('gives the value computed by hand: (0.7 − 0.5) / (1 − 0.5)', () => {
    expect(
      cohensKappa([
        [20, 5],
        [10, 15],
      ]),
    ).toBeCloseTo(0.4);
  });

  it('is not defined without cases or without a choice', () => {
    expect(
      cohensKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      cohensKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });
});
