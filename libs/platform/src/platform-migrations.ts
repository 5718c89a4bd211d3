import type { MigrationClass } from './database/index.js';
import { CreateHostTurn1795000000002 } from './egress/index.js';
import { CreateRateLimit1795000000001 } from './http/index.js';
import { CreateLongJob1795000000000 } from './long-jobs/index.js';

/** The platform's own tables. Each feature exports such a list; the apps concatenate them. */
export const platformMigrations: MigrationClass[] = [
  CreateLongJob1795000000000,
  CreateRateLimit1795000000001,
  CreateHostTurn1795000000002,
];
