import { open, readFile, rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from './postmaster-file.js';

/**
 * Runs the work while holding a lock file, so that two processes never initialise or start one cluster together.
 * A lock whose holder is dead is taken over.
 */
export async function withFolderLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (holder > 0 && holder !== process.pid && !isAlive(holder)) await rm(path, { force: true });
      else await delay(100);
    }
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}
