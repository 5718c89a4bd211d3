import { describe, expect, it } from 'vitest';
import { requiredParts } from './required-parts.js';

describe('requiredParts', () => {
  it('leaves out each part that must occur, and keeps what must not', () => {
    expect(requiredParts('(AGI OR 通用人工智能) AND "next year" NOT game')).toEqual([
      { clause: '(AGI OR 通用人工智能)', without: '"next year" AND NOT game' },
      { clause: '"next year"', without: '(AGI OR 通用人工智能) AND NOT game' },
    ]);
  });

  it.each(['AGI', 'AGI OR Sora', 'AGI NOT game'])('has none in %s', (query) => {
    expect(requiredParts(query)).toEqual([]);
  });
});
