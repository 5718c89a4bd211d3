import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-error.js';

const run = promisify(execFile);

/** How a PostgreSQL program is started: as ourselves, as another user, or inside a user namespace. */
export type Identity = { kind: 'self' } | { kind: 'user'; uid: number; gid: number } | { kind: 'namespace' };

/** `nobody`: who root seems to be inside the user namespace. */
const nobody = '65534';

/** The command line and spawn options that run `command` under the identity. */
export function underIdentity(
  identity: Identity,
  command: string,
  args: readonly string[],
): { command: string; args: string[]; options: { uid?: number; gid?: number } } {
  switch (identity.kind) {
    case 'self':
      return { command, args: [...args], options: {} };
    case 'user':
      return { command, args: [...args], options: { uid: identity.uid, gid: identity.gid } };
    case 'namespace':
      return {
        command: 'unshare',
        args: ['-U', `--map-user=${nobody}`, `--map-group=${nobody}`, command, ...args],
        options: {},
      };
  }
}

/**
 * Chooses who runs PostgreSQL, which refuses uid 0. Whoever owns an existing cluster goes on owning it. For a new
 * one, root tries `postgres`, then `nobody`, when they can reach the programs and the folder; otherwise a user
 * namespace in which root is nobody. Creates the cluster folder, owned accordingly.
 *
 * @param probe - program that must be runnable, e.g. the path of `initdb`.
 * @throws EmbeddedPostgresError
 */
export async function chooseIdentity(
  clusterFolder: string,
  probe: string,
  uid = process.getuid?.(),
): Promise<Identity> {
  const owner = (await stat(clusterFolder).catch(() => null)) ?? null;
  await mkdir(clusterFolder, { recursive: true, mode: 0o700 });
  if (uid === undefined) return { kind: 'self' };
  if (uid !== 0) {
    if (owner !== null && owner.uid !== uid) {
      throw new EmbeddedPostgresError(
        `The database folder ${clusterFolder} belongs to user id ${owner.uid}, but Timbre runs as ${uid}. ` +
          `Run it as that user, change the owner, or set TIMBRE_DATA to another folder.`,
      );
    }
    return { kind: 'self' };
  }

  if (owner !== null && owner.uid !== 0) return { kind: 'user', uid: owner.uid, gid: owner.gid };
  const initialised = await stat(`${clusterFolder}/PG_VERSION`).then(
    () => true,
    () => false,
  );
  if (!initialised) {
    for (const candidate of await unprivilegedUsers()) {
      await chown(clusterFolder, candidate.uid, candidate.gid);
      if (await canRun({ kind: 'user', ...candidate }, probe, clusterFolder)) return { kind: 'user', ...candidate };
    }
    await chown(clusterFolder, 0, 0);
  }
  if (await canRun({ kind: 'namespace' }, probe, clusterFolder)) return { kind: 'namespace' };
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, no user "postgres" or "nobody" can reach the program and the data folder, and ' +
      '"unshare" is not available. Run Timbre as another user, move TIMBRE_DATA, or set DATABASE_URL.',
  );
}

async function unprivilegedUsers(): Promise<{ uid: number; gid: number }[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  return ['postgres', 'nobody'].flatMap((name) => {
    const line = lines.find((fields) => fields[0] === name);
    return line === undefined ? [] : [{ uid: Number(line[2]), gid: Number(line[3]) }];
  });
}

/** Whether the identity can start the program and write into the folder. */
async function canRun(identity: Identity, program: string, folder: string): Promise<boolean> {
  const script = 'cd "$2" && touch .probe && rm .probe && exec "$1" --version';
  const { command, args, options } = underIdentity(identity, '/bin/sh', ['-c', script, 'sh', program, folder]);
  return run(command, args, { ...options, cwd: '/', timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}
