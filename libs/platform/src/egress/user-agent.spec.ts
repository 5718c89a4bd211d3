import { expect, it } from 'vitest';
import { userAgentOf } from './user-agent.js';

it('names product and version, and whom to ask where that is known', () => {
  expect(userAgentOf({ userAgent: undefined, publicUrl: undefined })).toMatch(
    /^Timbre\/\d+\.\d+\.\d+ \(media monitoring\)$/,
  );
  expect(userAgentOf({ userAgent: undefined, publicUrl: 'https://timbre.example.com' })).toMatch(
    /; \+https:\/\/timbre\.example\.com\/\)$/,
  );
});

it('is what the operator says', () => {
  expect(userAgentOf({ userAgent: 'MyBot/2', publicUrl: 'https://timbre.example.com' })).toBe('MyBot/2');
});
