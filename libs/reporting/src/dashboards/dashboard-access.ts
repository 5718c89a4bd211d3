import type { DashboardReaders, Role } from '@timbre/contracts';

/** Who asks. */
interface Asking {
  userId: string;
  role: Role;
}

/** Whose a dashboard is, and who may see it beside its owner. */
interface Owned {
  owner: string;
  readers: DashboardReaders;
}

const ranks: Record<Role, number> = { viewer: 0, analyst: 1, admin: 2 };

/** The owner may change a dashboard, and an administrator any. */
export function mayChange({ owner }: Owned, { userId, role }: Asking): boolean {
  return owner === userId || role === 'admin';
}

/** Those who may change it see it, and everyone with the role that it is shared with. */
export function maySee(owned: Owned, asking: Asking): boolean {
  return mayChange(owned, asking) || (owned.readers !== 'owner' && ranks[asking.role] >= ranks[owned.readers]);
}
