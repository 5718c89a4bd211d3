import { type SourceKind, webhookOptions } from '@timbre/contracts';
import { doorOf, isDoor } from './door-of.js';
import { itemMapper } from './map-json-items.js';

/**
 * Finds out before a source is saved that its paths can be read.
 * @throws DoorError `door.bad_path`
 */
export function checkMapping(source: { kind: SourceKind; url: string | null; options: Record<string, unknown> }): void {
  const { kind, url, options } = source;
  if (isDoor(kind)) doorOf({ kind, url, options });
  else if (kind === 'webhook') itemMapper(webhookOptions.parse(options).mapping);
}
