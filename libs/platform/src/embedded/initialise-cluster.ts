import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-error.js';
import { explainStartFailure } from './explain-start-failure.js';
import { type Identity, underIdentity } from './run-as.js';

const run = promisify(execFile);

/** The superuser of the cluster; its password is generated and only ever used on the loopback address. */
export const embeddedUser = 'timbre';

/**
 * Creates the cluster when there is none. C.UTF-8 rather than C, because pg_trgm makes no trigrams of Chinese under
 * C. An initdb that was cut off midway leaves a folder without PG_VERSION, which is emptied first.
 */
export async function initialiseCluster(
  clusterFolder: string,
  passwordFile: string,
  initdb: string,
  identity: Identity,
): Promise<void> {
  if (await exists(join(clusterFolder, 'PG_VERSION'))) return;
  for (const name of await readdir(clusterFolder)) await rm(join(clusterFolder, name), { recursive: true });
  await ensurePassword(passwordFile);
  const handedOver = join(clusterFolder, '..', `.initdb-${process.pid}`);
  await writeFile(handedOver, await readFile(passwordFile, 'utf8'), { mode: 0o600 });
  try {
    if (identity.kind === 'user') await chown(handedOver, identity.uid, identity.gid);
    const { command, args, options } = underIdentity(identity, initdb, [
      `--pgdata=${clusterFolder}`,
      `--username=${embeddedUser}`,
      `--pwfile=${handedOver}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ]);
    await run(command, args, { ...options, cwd: clusterFolder, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } });
  } catch (error) {
    for (const name of await readdir(clusterFolder))
      await rm(join(clusterFolder, name), { recursive: true, force: true });
    const said = error instanceof Error && 'stderr' in error ? `${String(error.stderr)}` : String(error);
    throw new EmbeddedPostgresError(
      `The embedded database could not be created in ${clusterFolder}: ${explainStartFailure(said)}`,
      { cause: error },
    );
  } finally {
    await rm(handedOver, { force: true });
  }
}

async function ensurePassword(path: string): Promise<void> {
  if (await exists(path)) return;
  await writeFile(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
