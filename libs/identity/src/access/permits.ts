import type { Role, TokenScope } from '@timbre/contracts';

const ranks: Record<Role, number> = { viewer: 0, analyst: 1, admin: 2 };

/** Whether a role includes another: an admin may do what an analyst may. */
export function roleIncludes(role: Role, needed: Role): boolean {
  return ranks[role] >= ranks[needed];
}

/** Whether a token's scopes open a door that asks for one; `admin` opens all, and reading is open to any scope. */
export function scopesInclude(scopes: readonly TokenScope[], needed: TokenScope): boolean {
  return scopes.includes('admin') || scopes.includes(needed) || (needed === 'read' && scopes.length > 0);
}
