import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { type ExportFormat, exportFormat } from '@timbre/contracts';
import { InjectSettings, NotFoundError, SecretBox, type Settings } from '@timbre/platform';
import { LinkExpiredError } from '../../reporting-errors.js';
import { linkIsGood, signature } from './signed-link.js';

const keptMs = 7 * 86_400_000;
/** A half-written file without sign of life for this long belongs to nobody. */
const abandonedMs = 3_600_000;

/** Files that export jobs leave: written aside, whole once they have their name, kept for seven days. */
@Injectable()
export class ExportFiles {
  private readonly folder: string;
  private readonly key: Buffer;

  constructor(@InjectSettings() settings: Settings, secrets: SecretBox) {
    this.folder = join(settings.dataFolder, 'exports');
    this.key = secrets.key('export link');
  }

  /** Writes the file; an abort or an error leaves nothing behind. @returns its size in bytes. */
  async write(
    id: string,
    format: ExportFormat,
    bytes: AsyncIterable<string | Buffer>,
    signal: AbortSignal,
  ): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = this.path(id, format);
    const part = `${path}.part`;
    try {
      await pipeline(Readable.from(bytes, { objectMode: true }), createWriteStream(part, { mode: 0o600 }), { signal });
      await rename(part, path);
      return (await stat(path)).size;
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** A path that anyone who has it may fetch, until the file goes. */
  link(id: string, format: ExportFormat, now: Date): { path: string; expires: string } {
    const expires = Math.floor((now.getTime() + keptMs) / 1000);
    const signed = signature(this.key, `${id}.${format}`, expires);
    return {
      path: `/api/v1/exports/files/${id}.${format}?expires=${expires}&signature=${signed}`,
      expires: new Date(expires * 1000).toISOString(),
    };
  }

  /** @throws LinkExpiredError, NotFoundError */
  async open(name: string, expires: number, given: string, now: Date): Promise<{ path: string; format: ExportFormat }> {
    const [, id = '', extension] = /^([0-9a-f-]{36})\.([a-z]+)$/.exec(name) ?? [];
    const format = exportFormat.safeParse(extension);
    if (!format.success || !linkIsGood(this.key, name, expires, given, now)) throw new LinkExpiredError();
    const path = this.path(id, format.data);
    const found = await stat(path).catch(() => null);
    if (found === null) throw new NotFoundError('export', name);
    return { path, format: format.data };
  }

  /** Removes files that are older than seven days, and half-written ones that nobody writes any more. */
  async removeOld(now: Date): Promise<number> {
    const names = await readdir(this.folder).catch(() => []);
    let removed = 0;
    for (const name of names) {
      const path = join(this.folder, name);
      const found = await stat(path).catch(() => null);
      if (found === null) continue;
      const age = now.getTime() - found.mtimeMs;
      if (age < (name.endsWith('.part') ? abandonedMs : keptMs)) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  private path(id: string, format: ExportFormat): string {
    return join(this.folder, `${id}.${format}`);
  }
}
