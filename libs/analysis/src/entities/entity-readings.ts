import type { EntityReading } from '@timbre/contracts';
import type { CompiledCatalogue } from '../catalogue/compile-catalogue.js';
import type { EntityOccurrence } from '../document/annotated-document.js';

/** Occurrences under their catalogue ids: those of a caller's target that is a known entity get that entity's id back. */
export function catalogueOccurrences(
  occurrences: readonly EntityOccurrence[],
  sameAs: ReadonlyMap<string, string>,
  catalogue: CompiledCatalogue,
): EntityOccurrence[] {
  const out: EntityOccurrence[] = [];
  for (const occurrence of occurrences) {
    const id = occurrence.kind === 'given' ? sameAs.get(occurrence.entityId) : occurrence.entityId;
    const entity = id === undefined ? undefined : catalogue.entities[catalogue.entityIndex.get(id) ?? -1];
    if (entity) out.push({ ...occurrence, entityId: entity.id, kind: entity.kind, name: entity.names.en });
  }
  return out;
}

/** Entities in order of their first mention, each with every place where it is mentioned. */
export function entityReadings(occurrences: readonly EntityOccurrence[]): EntityReading[] {
  const readings = new Map<string, EntityReading>();
  for (const { entityId, kind, name, from, to, resolved } of occurrences) {
    if (kind === 'given') continue;
    const known = readings.get(entityId);
    if (known) known.mentions.push({ from, to, resolved });
    else readings.set(entityId, { id: entityId, kind, name, mentions: [{ from, to, resolved }] });
  }
  return [...readings.values()];
}
