import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What `postmaster.pid` says of a running server. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** Parses `postmaster.pid`: line 1 the process id, line 4 the port (PostgreSQL docs, "Database File Layout"). */
export function parsePostmasterFile(text: string): Postmaster | null {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return Number.isInteger(pid) && pid > 0 && Number.isInteger(port) && port > 0 ? { pid, port } : null;
}

/** The server of this cluster, if its process lives; null when the file is absent or left over from a dead server. */
export async function runningPostmaster(clusterFolder: string): Promise<Postmaster | null> {
  const text = await readFile(join(clusterFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const postmaster = parsePostmasterFile(text);
  return postmaster !== null && (await isPostgres(postmaster.pid)) ? postmaster : null;
}

/** Process ids are reused, most of all after a container restarts; where /proc exists, look at the program too. */
async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const [command, state] = await Promise.all([
    readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
  ]);
  const zombie = /\) Z /.test(state);
  return !zombie && command.split('\0', 1)[0]?.endsWith('postgres') === true;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
