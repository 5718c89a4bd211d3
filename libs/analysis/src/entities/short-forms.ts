import type { CompiledCatalogue } from '../catalogue/compile-catalogue.js';
import { isHan, isWordUnit } from '../folding/character-classes.js';
import type { NamedSpan } from './named-span.js';

/** A text that names thousands of people is searched for the family names of the first ones only. */
const MOST_SHORT_FORMS = 200;
/** Family names that are also everyday words when they open a sentence. */
const WORDS = new Set(
  'young king long small best page bell cook ford brown white black green gray grey park field hill wood stone rice may case day price love bush west rose hope grant sharp strong wise bright'.split(
    ' ',
  ),
);

/** Short form of a written full name: family name of a Latin name, last part of a transliterated one, else null. */
function shortFormOf(written: string): string | null {
  if (isHan(written.charCodeAt(0))) {
    const dot = written.lastIndexOf('·');
    const last = written.slice(dot + 1).trim();
    return dot > 0 && last.length >= 2 ? last : null;
  }
  const words = written.split(/[\s-]+/).filter((word) => !/^(?:jr|sr|ii|iii)\.?$/i.test(word));
  const last = words[words.length - 1] ?? '';
  const proper =
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^[\p{Lu}\p{Lt}]/u.test(word) || /^(?:de|van|von|der|la|le|bin|al)$/.test(word));
  return proper && last.length >= 2 && /^\p{Lu}[\p{L}'’-]+$/u.test(last) ? last : null;
}

/**
 * Finds short forms of people who are fully named somewhere in the text: "Murati", 穆拉蒂. Where two people share one,
 * the one named last before it is meant.
 */
export function findShortForms(folded: string, names: readonly NamedSpan[], catalogue: CompiledCatalogue): NamedSpan[] {
  const owners = new Map<string, NamedSpan[]>();
  const add = (form: string | null, name: NamedSpan): void => {
    if (form === null || WORDS.has(form.toLowerCase())) return;
    const known = owners.get(form);
    if (known) known.push(name);
    else if (owners.size < MOST_SHORT_FORMS) owners.set(form, [name]);
  };
  const people = new Set<string>();
  for (const name of names) {
    if (name.kind !== 'person' && name.kind !== 'given') continue;
    add(shortFormOf(folded.slice(name.from, name.to)), name);
    // The text may name her once in full in one script and then by a short form in the other: 米拉·穆拉蒂 … Murati.
    const index = people.has(name.entityId) ? undefined : catalogue.entityIndex.get(name.entityId);
    people.add(name.entityId);
    const entity = index === undefined ? undefined : catalogue.entities[index];
    if (entity?.kind !== 'person') continue;
    add(shortFormOf(entity.names.en), name);
    if (entity.names.zh !== undefined) add(shortFormOf(entity.names.zh), name);
  }
  const taken = new Uint8Array(folded.length + 1);
  for (const name of names) taken.fill(1, name.from, name.to);
  const found: NamedSpan[] = [];
  for (const [form, holders] of [...owners].sort((a, b) => b[0].length - a[0].length)) {
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + form.length)) {
      const to = at + form.length;
      if (taken[at] === 1 || taken[to - 1] === 1 || !isWhole(folded, at, to)) continue;
      const owner = latestBefore(holders, at);
      if (!owner) continue;
      taken.fill(1, at, to);
      found.push({ from: at, to, entityId: owner.entityId, kind: owner.kind, name: owner.name, resolved: 'short' });
    }
  }
  return found;
}

function latestBefore(holders: readonly NamedSpan[], at: number): NamedSpan | undefined {
  let low = 0;
  let high = holders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((holders[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return holders[Math.max(0, low - 1)];
}

/** "Murati" but not "Muratis" or the middle of a longer transliteration (·). */
function isWhole(folded: string, from: number, to: number): boolean {
  if (isHan(folded.charCodeAt(from))) return folded.charCodeAt(from - 1) !== 0xb7 && folded.charCodeAt(to) !== 0xb7;
  return !isWordUnit(folded.charCodeAt(from - 1)) && !isWordUnit(folded.charCodeAt(to));
}
