import { z } from 'zod';
import { ArchiveUnreadableError } from './archive-errors.js';

/** First line of an archive: what it holds and how it must be read. */
const archiveManifest = z.object({
  timbre: z.literal('archive'),
  format: z.literal(1),
  createdAt: z.string(),
  /** Names of the schema's migrations; an older program does not know newer ones. */
  migrations: z.array(z.string()),
  months: z.array(z.iso.datetime()),
  /** In the order in which they follow. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type ArchiveManifest = z.infer<typeof archiveManifest>;

/** Lines between rows are arrays, rows are objects. */
const controlLine = z.union([
  z.tuple([z.literal('table'), z.string()]),
  z.tuple([z.literal('end'), z.int().nonnegative()]),
]);

export const tableLine = (name: string): string => JSON.stringify(['table', name]);
/** Last line; an archive without it was cut short. */
export const endLine = (rows: number): string => JSON.stringify(['end', rows]);

export type ArchiveLine =
  { kind: 'table'; name: string } | { kind: 'end'; rows: number } | { kind: 'row'; row: Record<string, unknown> };

/** @throws ArchiveUnreadableError */
export function archiveLine(text: string, number: number): ArchiveLine {
  const value = parsed(text, number);
  if (!Array.isArray(value)) {
    if (typeof value !== 'object' || value === null) throw new ArchiveUnreadableError(`line ${number} is no row.`);
    return { kind: 'row', row: value as Record<string, unknown> };
  }
  const control = controlLine.safeParse(value);
  if (!control.success) throw new ArchiveUnreadableError(`line ${number} is not understood.`);
  const [kind, about] = control.data;
  return kind === 'table' ? { kind, name: about } : { kind, rows: about };
}

/** @throws ArchiveUnreadableError */
export function manifestLine(text: string): ArchiveManifest {
  const manifest = archiveManifest.safeParse(parsed(text, 1));
  if (!manifest.success) throw new ArchiveUnreadableError('it was not made by "timbre export --all".');
  return manifest.data;
}

function parsed(text: string, number: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ArchiveUnreadableError(`line ${number} is damaged.`);
  }
}
