import type { NamedSpan } from './named-span.js';

/** Names of the catalogue and of the caller in one list, and which entity a caller's target turned out to be. */
export interface MergedNames {
  /** Sorted, without overlap. */
  names: NamedSpan[];
  /** Given target → entity id. */
  sameAs: ReadonlyMap<string, string>;
}

/**
 * A caller's target takes the place of a catalogue name that it overlaps. Where both mark the very same words they are
 * one thing, and every other name of that entity counts for the target too. "Nvidia" inside "Nvidia Corp" is as well,
 * when the words that the caller gave are a name of that entity by themselves.
 * @param isNameOf whether the words of a given span are a name of an entity
 */
export function mergeNames(
  catalogueNames: readonly NamedSpan[],
  given: readonly NamedSpan[],
  isNameOf: (span: NamedSpan, entityId: string) => boolean,
): MergedNames {
  if (given.length === 0) return { names: [...catalogueNames], sameAs: new Map() };
  const sameAs = new Map<string, string>();
  const target = new Map<string, NamedSpan>();
  const inOrder = [...given].sort((a, b) => a.from - b.from || b.to - a.to);
  let c = 0;
  for (const name of inOrder) {
    while (c < catalogueNames.length && (catalogueNames[c]?.to ?? 0) <= name.from) c += 1;
    const known = catalogueNames[c];
    if (!known || known.from > name.from || known.to < name.to) continue;
    if (sameAs.has(name.entityId) || target.has(known.entityId)) continue;
    const same = known.from === name.from && known.to === name.to;
    if (!same && !isNameOf(name, known.entityId)) continue;
    sameAs.set(name.entityId, known.entityId);
    target.set(known.entityId, name);
  }
  const renamed = catalogueNames.map((name) => {
    const as = target.get(name.entityId);
    return as ? { ...name, entityId: as.entityId, kind: 'given' as const, name: as.name } : name;
  });
  const kept: NamedSpan[] = [];
  const ordered = inOrder.filter(distinct());
  let g = 0;
  for (const name of renamed) {
    while (g < ordered.length && (ordered[g]?.to ?? 0) <= name.from) g += 1;
    const next = ordered[g];
    if (!next || next.from >= name.to) kept.push(name);
  }
  return { names: [...kept, ...ordered].sort((a, b) => a.from - b.from || a.to - b.to), sameAs };
}

/** Keeps a given span unless it overlaps one before it; the longest of those that start together wins. */
function distinct(): (name: NamedSpan) => boolean {
  let to = -1;
  return (name) => {
    if (name.from < to) return false;
    to = name.to;
    return true;
  };
}
