import { describe, expect, it } from 'vitest';
import { ANY_SUBJECT, chosenSubject } from './chosen-subject.js';

describe('the subject that a page of forecasts speaks of', () => {
  const subjects = [
    { id: 'fusion', name: 'Fusion power', n: 9 },
    { id: 'agi', name: 'AGI', n: 4 },
  ];

  it('is the one that the URL names, even where nobody speaks of it', () => {
    expect(chosenSubject('mars', subjects)).toBe('mars');
  });

  it('is AGI when someone speaks of it, else the most frequent one', () => {
    expect(chosenSubject(null, subjects)).toBe('agi');
    expect(chosenSubject(null, subjects.slice(0, 1))).toBe('fusion');
    expect(chosenSubject(null, [])).toBeNull();
  });

  it('is none when all are asked for', () => {
    expect(chosenSubject(ANY_SUBJECT, subjects)).toBeNull();
  });
});
