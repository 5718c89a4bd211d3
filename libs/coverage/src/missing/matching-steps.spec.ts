import { describe, expect, it } from 'vitest';
import { matchingSteps } from './matching-steps.js';

const words = { title: '', text: 'alpha gamma' };
/** Every word of the query must stand in the text. */
const test = (query: string) =>
  query
    .split(/ AND |"/)
    .filter((word) => word !== '')
    .every((word) => words.text.includes(word));
const topic = (query: string) => ({ id: query, name: query, query });

describe('matchingSteps', () => {
  it('names the topics that a text would match', () => {
    const steps = matchingSteps([topic('alpha'), topic('beta')], words, test, false);
    expect(steps).toMatchObject([{ code: 'matching.would', parameters: { count: 1 }, links: [{ id: 'topic:alpha' }] }]);
    expect(matchingSteps([topic('beta')], words, test, false)).toMatchObject([{ code: 'matching.no_topic' }]);
  });

  it('names the clause that keeps a text out of the topic asked for', () => {
    expect(matchingSteps([topic('alpha AND beta')], words, test, true)).toMatchObject([
      { verdict: 'problem', code: 'matching.clause', parameters: { clauses: 'beta' } },
    ]);
    expect(matchingSteps([topic('beta AND delta')], words, test, true)).toMatchObject([{ code: 'matching.not_topic' }]);
    expect(matchingSteps([topic('alpha AND gamma')], words, test, true)).toMatchObject([{ code: 'matching.topic' }]);
  });
});
