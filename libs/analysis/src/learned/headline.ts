import type { Sentence } from '../document/annotated-document.js';

/** A headline: few words and no full stop. Headlines get weights of their own beside the shared ones. */
export function isHeadline(sentence: Sentence): boolean {
  return sentence.tokens.length <= 18 && !/[.。…]["”’]?$/.test(sentence.tokens.at(-1)?.text ?? '');
}
