import type { ArchiveRepository, ArchiveTable } from './archive.repository.js';
import type { ArchiveManifest } from './archive-lines.js';
import { arriving, type ArrivalValues } from './archive-tables.js';
import { ArchiveUnreadableError } from './archive-errors.js';

const mostRows = 500;
/** Characters of one insert, about. */
const mostText = 4_000_000;

/** Takes rows as they come and writes them in batches. People who are here already keep their account. */
export class ArrivingRows {
  private table: ArchiveTable | null = null;
  private columns: string[] = [];
  private batch: Record<string, unknown>[] = [];
  private size = 0;
  /** Ids in the archive → ids here. */
  private readonly renamed = new Map<string, string>();

  constructor(
    private readonly repository: ArchiveRepository,
    private readonly manifest: ArchiveManifest,
    private readonly here: readonly ArchiveTable[],
    private readonly people: ReadonlyMap<string, string>,
    private readonly values: ArrivalValues,
  ) {}

  /** @throws ArchiveUnreadableError for a table that the archive did not announce or that does not move. */
  async begin(name: string): Promise<void> {
    await this.flush();
    const announced = this.manifest.tables.find((table) => table.name === name);
    const local = this.here.find((table) => table.name === name);
    if (announced === undefined || local === undefined)
      throw new ArchiveUnreadableError(`there is no table "${name}".`);
    this.table = local;
    // Columns that came later keep their defaults here.
    const common = local.columns.filter((column) => announced.columns.includes(column));
    const filled = Object.keys(arriving(name, {}, this.values)).filter((column) => !common.includes(column));
    this.columns = [...common, ...filled];
  }

  async add(row: Record<string, unknown>): Promise<void> {
    if (this.table === null) throw new ArchiveUnreadableError('a row stands before its table.');
    const { name } = this.table;
    if (name === 'app_user') {
      const known = this.people.get(String(row['email']).toLowerCase());
      if (known !== undefined) {
        this.renamed.set(String(row['id']), known);
        return;
      }
    }
    const text = JSON.stringify(row);
    const renamed = this.rename(text);
    this.batch.push(
      arriving(name, renamed === text ? row : (JSON.parse(renamed) as Record<string, unknown>), this.values),
    );
    this.size += text.length;
    if (this.batch.length >= mostRows || this.size >= mostText) await this.flush();
  }

  end(): Promise<void> {
    return this.flush();
  }

  /** Ids are unique in the world, so they can be exchanged wherever they stand. */
  private rename(text: string): string {
    let changed = text;
    for (const [from, to] of this.renamed) changed = changed.replaceAll(from, to);
    return changed;
  }

  private async flush(): Promise<void> {
    if (this.table === null || this.batch.length === 0) return;
    await this.repository.insert(this.table.name, this.columns, this.batch);
    this.batch = [];
    this.size = 0;
  }
}
