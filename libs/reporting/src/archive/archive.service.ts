import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { PublicationPartitionRepository, RollupVerifier } from '@timbre/coverage';
import { Database, InjectSettings, SecretBox, type Settings } from '@timbre/platform';
import { ArchiveUnreadableError, InstallationNotEmptyError } from './archive-errors.js';
import { archiveLine, type ArchiveManifest, endLine, manifestLine, tableLine } from './archive-lines.js';
import { ArchiveRepository } from './archive.repository.js';
import { ArrivingRows } from './arriving-rows.js';

/** Rows in these mean that somebody works here. The catalogue is replaced, because each installation begins with one. */
const mustBeEmpty = ['article', 'source', 'alert_rule', 'report', 'dashboard'] as const;

export interface ArchiveImported {
  tables: number;
  rows: number;
  /** Where nobody could log in before: an administrator with a password to be changed. */
  admission: { email: string; password: string } | null;
}

/** Everything of an installation in one stream of lines, and back. */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly repository: ArchiveRepository,
    private readonly database: Database,
    private readonly partitions: PublicationPartitionRepository,
    private readonly rollups: RollupVerifier,
    private readonly secrets: SecretBox,
    @InjectSettings() private readonly settings: Pick<Settings, 'timeZone'>,
  ) {}

  /** Writes all lines of one moment: what others change meanwhile is not in it. @returns the number of rows */
  async export(write: (line: string) => Promise<void>, now: Date): Promise<number> {
    return this.database.transaction(
      async () => {
        const tables = await this.repository.tables();
        const manifest: ArchiveManifest = {
          timbre: 'archive',
          format: 1,
          createdAt: now.toISOString(),
          migrations: await this.repository.migrations(),
          months: await this.repository.publicationMonths(),
          tables,
        };
        await write(JSON.stringify(manifest));
        let count = 0;
        for (const table of tables) {
          await write(tableLine(table.name));
          for await (const rows of this.repository.rows(table)) {
            count += rows.length;
            for (const row of rows) await write(row);
          }
        }
        await write(endLine(count));
        return count;
      },
      { isolation: 'REPEATABLE READ', retries: 0 },
    );
  }

  /**
   * Reads an archive into an empty installation: whole, or not at all.
   *
   * @throws ArchiveUnreadableError, InstallationNotEmptyError
   */
  async import(lines: AsyncIterable<string>, progress: (rows: number) => void): Promise<ArchiveImported> {
    const iterator = lines[Symbol.asyncIterator]();
    const first = await iterator.next();
    const manifest = manifestLine(first.done === true ? '' : first.value);
    await this.refuseForeign(manifest);
    await this.partitions.ensureFor(manifest.months.map((month) => new Date(month)));
    const password = randomBytes(12).toString('base64url');
    const imported = await this.database.transaction(
      async () => {
        for (const table of mustBeEmpty) {
          if (!(await this.repository.isEmpty(table))) throw new InstallationNotEmptyError(table);
        }
        const rows = await this.rows(manifest, { [Symbol.asyncIterator]: () => iterator }, progress);
        return { tables: manifest.tables.length, ...rows };
      },
      { retries: 0 },
    );
    await this.rollups.rebuild(this.settings.timeZone);
    const email = imported.strangers ? await this.repository.admitAdministrator(await hash(password)) : null;
    return { ...imported, admission: email === null ? null : { email, password } };
  }

  private async rows(manifest: ArchiveManifest, lines: AsyncIterable<string>, progress: (rows: number) => void) {
    const known = await this.repository.people();
    const here = await this.repository.tables();
    for (const { name } of [...here].reverse()) if (name !== 'app_user') await this.repository.clear(name);
    const arriving = new ArrivingRows(this.repository, manifest, here, known, {
      passwordHash: await hash(randomBytes(24)),
      sealedNothing: this.secrets.seal('alert channel', '{}'),
    });
    let number = 1;
    let rows = 0;
    let promised: number | null = null;
    for await (const text of lines) {
      number += 1;
      const line = archiveLine(text, number);
      if (line.kind === 'end') promised = line.rows;
      else if (line.kind === 'table') await arriving.begin(line.name);
      else {
        await arriving.add(line.row);
        rows += 1;
        if (rows % 1000 === 0) progress(rows);
      }
    }
    if (promised !== rows) throw new ArchiveUnreadableError('it was cut short. Export again.');
    await arriving.end();
    for (const { name } of here) await this.repository.advanceCounters(name);
    return { rows, strangers: known.size === 0 };
  }

  private async refuseForeign({ migrations }: ArchiveManifest): Promise<void> {
    const known = new Set(await this.repository.migrations());
    const unknown = migrations.find((name) => !known.has(name));
    if (unknown === undefined) return;
    throw new ArchiveUnreadableError(`it comes from a newer version (${unknown}). Update this installation first.`);
  }
}
