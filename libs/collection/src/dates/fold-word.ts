/** A word in lower case without diacritics, so that "Février", "fevrier" and "FÉVRIER" are one. */
export function foldWord(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/ς/g, 'σ').replace(/\./g, '');
}
