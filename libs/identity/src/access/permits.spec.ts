import { describe, expect, it } from 'vitest';
import { roleIncludes, scopesInclude } from './permits.js';

describe('permits', () => {
  it('a role includes itself and those below, never those above', () => {
    expect(roleIncludes('admin', 'viewer')).toBe(true);
    expect(roleIncludes('analyst', 'analyst')).toBe(true);
    expect(roleIncludes('viewer', 'analyst')).toBe(false);
  });

  it('a token that may push articles may read, but not edit sources', () => {
    expect(scopesInclude(['articles:write'], 'read')).toBe(true);
    expect(scopesInclude(['articles:write'], 'sources:write')).toBe(false);
    expect(scopesInclude(['admin'], 'sources:write')).toBe(true);
    expect(scopesInclude([], 'read')).toBe(false);
  });
});
