import type { Span } from '@timbre/contracts';
import type { AnnotateOptions } from '../document/annotate.js';
import type { FoldedText } from '../folding/fold-text.js';
import { findNames } from '../gazetteer/find-names.js';
import { searchForm } from '../gazetteer/search-form.js';
import { keysOf } from '../gazetteer/name-pattern.js';
import { findGivenTargets } from './given-targets.js';
import { mergeNames, type MergedNames } from './merge-names.js';
import type { NamedSpan } from './named-span.js';
import { findShortForms } from './short-forms.js';

/** All names of a folded text, and the places of query terms. */
export interface FoundEntities extends MergedNames {
  /** Folded spans by term number. */
  terms: ReadonlyMap<number, readonly Span[]>;
}

/** Finds catalogue names, the caller's targets and short forms in a folded text; spans do not overlap. */
export function findEntities(
  folded: FoldedText,
  wordBounds: Uint8Array,
  bodyFrom: number,
  options: AnnotateOptions,
): FoundEntities {
  const { catalogue, resources, givenTargets = [] } = options;
  const form = searchForm(folded.text);
  const { names, terms } = findNames(catalogue, folded.text, form, wordBounds, resources.roles);
  const known = names.flatMap((found): NamedSpan[] => {
    const entity = catalogue.entities[found.entity];
    if (!entity) return [];
    const { from, to } = found;
    return [{ from, to, entityId: entity.id, kind: entity.kind, name: entity.names.en, resolved: 'name' }];
  });
  const given = findGivenTargets(givenTargets, folded, form, bodyFrom, resources.simplification);
  const merged = mergeNames(known, given, (span, id) => {
    const keys = keysOf(folded.text.slice(span.from, span.to));
    const entity = catalogue.entityIndex.get(id);
    return catalogue.names.some((name) => name.entity === entity && keys.includes(name.key));
  });
  const short = findShortForms(folded.text, merged.names, catalogue);
  if (short.length === 0) return { ...merged, terms };
  return { sameAs: merged.sameAs, terms, names: [...merged.names, ...short].sort((a, b) => a.from - b.from) };
}
