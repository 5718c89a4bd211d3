import type { Reading, Span } from '@timbre/contracts';
import type { EntityOccurrence, Sentence } from '../document/annotated-document.js';
import { hanNameAt, latinNameAt } from './name-evidence.js';
import type { RoleWords } from './role-words.js';

type ProposedEntity = Reading['proposed'][number];

const MOST_PROPOSALS = 50;

/**
 * Names of people and organisations that neither the catalogue nor the caller knows, where the words beside them say
 * that they are names. Proposed with every place where they stand; never merged with a known entity.
 */
export function proposeNames(
  text: string,
  sentences: readonly Sentence[],
  known: readonly EntityOccurrence[],
  roles: RoleWords,
  surnames: ReadonlySet<string>,
): ProposedEntity[] {
  const proposals = new Map<string, ProposedEntity>();
  let k = 0;
  for (const { tokens } of sentences) {
    for (let i = 0; i < tokens.length && proposals.size < MOST_PROPOSALS; i += 1) {
      const evidence = latinNameAt(tokens, i, roles) ?? hanNameAt(tokens, i, roles, surnames);
      const first = tokens[evidence?.first ?? i];
      const last = tokens[evidence?.last ?? i];
      if (!evidence || !first || !last) continue;
      while (k < known.length && (known[k]?.to ?? 0) <= first.from) k += 1;
      i = evidence.last;
      const overlapping = known[k];
      if (overlapping && overlapping.from < last.to) continue;
      const name = text.slice(first.from, last.to).replace(/['’]s$/, '');
      if (!proposals.has(name)) proposals.set(name, { name, kind: evidence.kind, mentions: [] });
    }
  }
  for (const proposal of proposals.values()) proposal.mentions = placesOf(proposal.name, text);
  return [...proposals.values()];
}

const MOST_MENTIONS = 200;

function placesOf(name: string, text: string): Span[] {
  const places: Span[] = [];
  for (
    let at = text.indexOf(name);
    at >= 0 && places.length < MOST_MENTIONS;
    at = text.indexOf(name, at + name.length)
  ) {
    places.push({ from: at, to: at + name.length });
  }
  return places;
}
