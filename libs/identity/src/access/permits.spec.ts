import { role, roleIncludes } from '@timbre/contracts';
import { describe, expect, it } from 'vitest';
import { scopesInclude } from './permits.js';

describe('permits', () => {
  it('a role includes itself and those below, never those above', () => {
    const included = role.options.map((given) => role.options.filter((needed) => roleIncludes(given, needed)));
    expect(included).toEqual([['viewer'], ['viewer', 'analyst'], ['viewer', 'analyst', 'admin']]);
  });

  it('a token that may push articles may read, but not edit sources', () => {
    expect(scopesInclude(['articles:write'], 'read')).toBe(true);
    expect(scopesInclude(['articles:write'], 'sources:write')).toBe(false);
    expect(scopesInclude(['admin'], 'sources:write')).toBe(true);
    expect(scopesInclude([], 'read')).toBe(false);
  });
});
