import type { TokenScope } from '@timbre/contracts';

/** Whether a token's scopes open a door that asks for one; `admin` opens all, and reading is open to any scope. */
export function scopesInclude(scopes: readonly TokenScope[], needed: TokenScope): boolean {
  return scopes.includes('admin') || scopes.includes(needed) || (needed === 'read' && scopes.length > 0);
}
