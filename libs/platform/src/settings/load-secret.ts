import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SecretBox } from './secret-box.js';
import type { Settings } from './settings.js';

/**
 * The installation's secret: TIMBRE_SECRET, else the file `secret` in the data folder, created on first use.
 * Two processes that start together agree on one: the file appears whole (hard link), and the loser reads the winner's.
 */
export async function loadSecret(settings: Pick<Settings, 'secret' | 'dataFolder'>): Promise<SecretBox> {
  if (settings.secret !== undefined) return new SecretBox(settings.secret);
  const path = join(settings.dataFolder, 'secret');
  const existing = await readIfPresent(path);
  if (existing !== null) return new SecretBox(existing);

  await mkdir(settings.dataFolder, { recursive: true });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, randomBytes(48).toString('base64url'), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return new SecretBox(await readFile(path, 'utf8'));
}

async function readIfPresent(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
