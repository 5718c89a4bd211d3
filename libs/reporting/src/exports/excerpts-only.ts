import type { ExportKind } from '@timbre/contracts';
import type { Principal } from '@timbre/platform';
import { ExcerptsOnlyError } from '../reporting-errors.js';

/** Rows of these hold sentences of articles, so that a file of them all holds much of their texts. */
const holdSentences: ReadonlySet<ExportKind> = new Set<ExportKind>(['mentions', 'quotes', 'forecasts']);

/**
 * Keeps viewers of an installation that shows them excerpts only from carrying its sentences away as files.
 *
 * @throws ExcerptsOnlyError
 */
export function refuseSentences(kind: ExportKind, role: Principal['role'], excerptsOnly: boolean): void {
  if (excerptsOnly && role === 'viewer' && holdSentences.has(kind)) throw new ExcerptsOnlyError(kind);
}
