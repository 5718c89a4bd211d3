import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '@timbre/platform';
import { DateTime } from 'luxon';
import type { RunFile } from './report-run.repository.js';

/** Lays reports into folders of the server, below one that the installation names. */
@Injectable()
export class FolderDelivery {
  private readonly root: string;

  constructor(@InjectSettings() settings: Pick<Settings, 'reportFolder' | 'dataFolder'>) {
    this.root = settings.reportFolder ?? join(settings.dataFolder, 'reports');
  }

  /**
   * Each file appears when it is whole, and again under the same name when it is delivered again.
   *
   * @param at - moment of the run; it leads the names, as the clock of `tz` shows it.
   */
  async deliver(folder: string, files: readonly RunFile[], at: Date, tz: string): Promise<void> {
    const path = join(this.root, folder);
    await mkdir(path, { recursive: true });
    const moment = DateTime.fromJSDate(at, { zone: tz }).toFormat('yyyy-MM-dd HHmm');
    for (const { name, content } of files) {
      const target = join(path, `${moment} ${name}`);
      const part = `${target}.part`;
      try {
        await writeFile(part, content);
        await rename(part, target);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    }
  }
}
