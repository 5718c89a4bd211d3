import { expect, it } from 'vitest';
import { choiceOf, rangeChoices, rangeOf } from './range-choice.js';

it('finds each choice by its range, and none for others', () => {
  for (const choice of rangeChoices) expect(choiceOf(rangeOf(choice))).toBe(choice);
  expect(choiceOf({ kind: 'rolling', days: 11 })).toBeNull();
  expect(choiceOf({ kind: 'fixed', from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' })).toBeNull();
});
