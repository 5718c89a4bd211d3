import type { Role, User } from '@timbre/contracts';
import { createContext, useContext } from 'react';

export const UserContext = createContext<User | null>(null);

/** The signed-in user; below `RequireSession` there is always one. */
export function useUser(): User {
  const user = useContext(UserContext);
  if (!user) throw new Error('useUser needs a RequireSession above it.');
  return user;
}

const rank: Record<Role, number> = { viewer: 0, analyst: 1, admin: 2 };
export function useMay(role: Role): boolean {
  return rank[useUser().role] >= rank[role];
}
