/** Random numbers in [0, 1) that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff) / 0x8000_0000;
}

const SYLLABLES = 'ba den fer go har is ka lin mor nu pa quel ra sto ti ven wa xo yer zin'.split(' ');

/** Words that no language has, common ones first. */
function vocabulary(size: number, random: () => number): string[] {
  return Array.from({ length: size }, (_, index) => {
    const syllables = 1 + (index > 200 ? 1 : 0) + (random() < 0.5 ? 1 : 0);
    return Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
  });
}

/** A maker of texts that share no sentence: words in a distribution like that of language, or Han characters. */
export function textMaker(seed: number): { words: (count: number) => string; han: (count: number) => string } {
  const random = seeded(seed);
  const pool = vocabulary(20_000, random);
  const sentence = (length: number): string => {
    // Squares of evenly distributed numbers prefer the beginning: common words are common.
    const picked = Array.from({ length }, () => pool[Math.floor(random() ** 2 * pool.length)]!);
    const text = picked.join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  return {
    words: (count) => Array.from({ length: Math.ceil(count / 18) }, () => sentence(18)).join(' '),
    han: (count) =>
      Array.from({ length: count }, (_, index) =>
        index % 23 === 22 ? '，' : String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 6000)),
      ).join(''),
  };
}

/** The text with one word in fifty changed: how desks edit what agencies send. */
export function lightlyEdited(text: string, random: () => number): string {
  return text
    .split(' ')
    .map((word) => (random() < 0.02 ? `${word}um` : word))
    .join(' ');
}
