import { type DashboardReaders, dashboardReaders, type Role, roleIncludes } from '@timbre/contracts';

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

/** The owner may change a dashboard, and an administrator any. */
export function mayChange({ owner }: Owned, { userId, role }: Asking): boolean {
  return owner === userId || role === 'admin';
}

/** Which dashboards of others a role may see, by whom they are shared with. */
export function readersIncluding(role: Role): DashboardReaders[] {
  if (role === 'admin') return [...dashboardReaders.options];
  return dashboardReaders.options.filter((readers) => readers !== 'owner' && roleIncludes(role, readers));
}

/** The owner sees it, and everyone with the role that it is shared with. */
export function maySee({ owner, readers }: Owned, { userId, role }: Asking): boolean {
  return owner === userId || readersIncluding(role).includes(readers);
}
