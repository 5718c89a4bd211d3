import { LexiconFormatError } from '../lexicon/lexicon-entry.js';

/** A sentence of our own with every judged target marked. */
interface LabelledSentence {
  /** The rule that the sentence exercises. */
  rule: string;
  text: string;
  targets: { name: string; from: number; to: number; label: -1 | 0 | 1 }[];
}

const labels = { '+': 1, '-': -1, '0': 0 } as const;

/**
 * Reads labelled sentences: `rule <tab> sentence with {+name} {-name} {0name}`; offsets are into the bare sentence.
 * @throws LexiconFormatError on a line without a tab or without a target.
 */
export function parseSentences(content: string, file: string): LabelledSentence[] {
  const sentences: LabelledSentence[] = [];
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [rule = '', marked] = line.split('\t');
    if (marked === undefined)
      throw new LexiconFormatError(`${file}:${index + 1}: put a tab between rule and sentence.`);
    const sentence = unmark(marked);
    if (sentence.targets.length === 0)
      throw new LexiconFormatError(`${file}:${index + 1}: mark a target as {+name}, {-name} or {0name}.`);
    sentences.push({ rule, ...sentence });
  }
  return sentences;
}

function unmark(marked: string): Pick<LabelledSentence, 'text' | 'targets'> {
  let text = '';
  let at = 0;
  const targets: LabelledSentence['targets'] = [];
  for (const match of marked.matchAll(/\{([+0-])([^{}]+)\}/g)) {
    text += marked.slice(at, match.index);
    const name = match[2] ?? '';
    const label = labels[match[1] as keyof typeof labels];
    targets.push({ name, from: text.length, to: text.length + name.length, label });
    text += name;
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), targets };
}
