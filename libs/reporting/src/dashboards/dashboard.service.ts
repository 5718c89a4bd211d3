import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Dashboard, DashboardDocument } from '@timbre/contracts';
import { NotFoundError, type Principal } from '@timbre/platform';
import { mayChange, maySee, readersIncluding } from './dashboard-access.js';
import { DashboardChangedError, DashboardNotYoursError } from './dashboard-errors.js';
import { DashboardRepository, type StoredDashboard } from './dashboard.repository.js';

/** Keeps users' own dashboards, each with an owner and those it is shared with. */
@Injectable()
export class DashboardService {
  constructor(private readonly repository: DashboardRepository) {}

  /** Those that the one who asks may see, last changed first. */
  async list(by: Principal): Promise<Dashboard[]> {
    const seen = await this.repository.ofOrFor(by.userId, readersIncluding(by.role));
    return seen.map((stored) => present(stored, by));
  }

  /** @throws NotFoundError also where one exists that is not shared: that it exists is nobody's business */
  async get(id: string, by: Principal): Promise<Dashboard> {
    return present(await this.seen(id, by), by);
  }

  async add(document: DashboardDocument, by: Principal, now: Date): Promise<Dashboard> {
    const stored: StoredDashboard = {
      id: randomUUID(),
      version: 1,
      document,
      owner: by.userId,
      ownerName: by.name,
      updatedAt: now,
    };
    await this.repository.insert(stored);
    return present(stored, by);
  }

  /** @throws NotFoundError, DashboardNotYoursError, DashboardChangedError */
  async replace(
    id: string,
    version: number,
    document: DashboardDocument,
    by: Principal,
    now: Date,
  ): Promise<Dashboard> {
    await this.owned(id, by);
    const replaced = await this.repository.replace(id, version, document, now);
    if (replaced === null) throw new DashboardChangedError();
    return present(replaced, by);
  }

  /** @throws NotFoundError, DashboardNotYoursError */
  async delete(id: string, by: Principal): Promise<void> {
    await this.owned(id, by);
    await this.repository.delete(id);
  }

  private async seen(id: string, by: Principal): Promise<StoredDashboard> {
    const stored = await this.repository.byId(id);
    if (stored === null || !maySee(owned(stored), by)) throw new NotFoundError('dashboard', id);
    return stored;
  }

  private async owned(id: string, by: Principal): Promise<void> {
    if (!mayChange(owned(await this.seen(id, by)), by)) throw new DashboardNotYoursError();
  }
}

const owned = ({ owner, document }: StoredDashboard) => ({ owner, readers: document.readers });

function present(stored: StoredDashboard, by: Principal): Dashboard {
  const { id, version, document, ownerName, updatedAt } = stored;
  return {
    id,
    version,
    document,
    ownerName,
    mine: mayChange(owned(stored), by),
    updatedAt: updatedAt.toISOString(),
  };
}
