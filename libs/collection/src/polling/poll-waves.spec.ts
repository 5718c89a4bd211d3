import { expect, it } from 'vitest';
import { pollWaves } from './poll-waves.js';

const due = new Date('2026-03-01T12:00:00Z');
const sources = ['https://a.test/1', 'https://a.test/2', 'http://b.test/', 'https://a.test:8443/3', 'no url'].map(
  (url) => ({ id: url, url, due }),
);

it('asks each host once per wave and forgets nobody', () => {
  const waves = pollWaves(sources).map((wave) => wave.map(({ url }) => url));
  expect(waves).toEqual([
    ['https://a.test/1', 'http://b.test/', 'no url'],
    ['https://a.test/2'],
    ['https://a.test:8443/3'],
  ]);
});
