/** A statement of a reading, or one that was judged. */
interface Statement {
  key: string;
  words: string;
}

/** A shorter or longer cut of the same words is the same statement if at least this share of it is left. */
const leastShare = 0.5;

/**
 * Finds judged statements again in another reading, which may have cut them differently or moved them with the text:
 * first the same words at the same place, then the same words, then words of which one contains the other. Each
 * statement is taken once.
 *
 * @returns for each judged statement the index of its match, or −1.
 */
export function findJudgedStatements(judged: readonly Statement[], statements: readonly Statement[]): number[] {
  const found = judged.map(() => -1);
  const taken = new Set<number>();
  for (const matches of [identical, sameWords, oneContainsTheOther]) {
    judged.forEach((wanted, position) => {
      if (found[position] !== -1) return;
      const index = statements.findIndex((statement, at) => !taken.has(at) && matches(wanted, statement));
      if (index === -1) return;
      found[position] = index;
      taken.add(index);
    });
  }
  return found;
}

const sameWords = (a: Statement, b: Statement): boolean => plain(a.words) === plain(b.words);
const identical = (a: Statement, b: Statement): boolean => a.key === b.key && sameWords(a, b);

function oneContainsTheOther(a: Statement, b: Statement): boolean {
  const [short = '', long = ''] = [plain(a.words), plain(b.words)].sort((x, y) => x.length - y.length);
  return short.length >= long.length * leastShare && short !== '' && long.includes(short);
}

const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();
