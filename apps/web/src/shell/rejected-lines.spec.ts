import { describe, expect, it } from 'vitest';
import { rejectedLines } from './rejected-lines.js';

describe('rejected lines of a job', () => {
  it('are those of an import that has some', () => {
    const result = { importId: 'i1', lines: 9, accepted: 6, duplicates: 1, rejected: 2 };
    expect(rejectedLines({ kind: 'import', result })).toEqual({ importId: 'i1', count: 2 });
    expect(rejectedLines({ kind: 'import', result: { ...result, rejected: 0 } })).toBeNull();
  });

  it('are none for other jobs, unfinished ones and unknown results', () => {
    expect(rejectedLines({ kind: 'import', result: null })).toBeNull();
    expect(rejectedLines({ kind: 'import', result: { rejected: '2' } })).toBeNull();
    expect(rejectedLines({ kind: 'reread', result: { importId: 'i1', rejected: 2 } })).toBeNull();
  });
});
