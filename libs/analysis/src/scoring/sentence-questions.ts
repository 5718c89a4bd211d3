import type { ScoringCase, ScoringSentence } from './scorer.js';

/** How a local model was trained, which decides what it is asked. */
export const localModelKinds = ['sentence', 'aspect', 'nli'] as const;
export type LocalModelKind = (typeof localModelKinds)[number];

/** One input of a classifier: a text, and a second one where the model reads pairs. */
export interface ClassifierInput {
  text: string;
  pair?: string;
}

/** What is asked of one target in one sentence; `inputs` has two for inference models (well, badly), else one. */
export interface SentenceQuestion {
  key: string;
  sentence: ScoringSentence;
  inputs: readonly ClassifierInput[];
}

/** Characters of a sentence that a model is given; its own limit in tokens is about this or less. */
const longestSentence = 1_500;

const hypotheses: Record<'en' | 'zh', (name: string) => [well: string, badly: string]> = {
  en: (name) => [`${name} comes off well here.`, `${name} comes off badly here.`],
  zh: (name) => [`这句话对${name}是正面的。`, `这句话对${name}是负面的。`],
};

/** Every target in every sentence that speaks of it, under the longest name that it has there. */
export function sentenceQuestions({ text, sentences, targets }: ScoringCase, kind: LocalModelKind): SentenceQuestion[] {
  return targets.flatMap(({ key, mentions }) => {
    const names = new Map<number, string>();
    for (const { from, to, sentence } of mentions) {
      const name = text.slice(from, to);
      if (name.length > (names.get(sentence)?.length ?? 0)) names.set(sentence, name);
    }
    return [...names].flatMap(([index, name]) => {
      const sentence = sentences[index];
      if (sentence === undefined) return [];
      const words = text.slice(sentence.from, Math.min(sentence.to, sentence.from + longestSentence)).toWellFormed();
      return [{ key, sentence, inputs: inputsOf(words, name.toWellFormed(), sentence.lang, kind) }];
    });
  });
}

function inputsOf(text: string, name: string, lang: string, kind: LocalModelKind): ClassifierInput[] {
  switch (kind) {
    case 'sentence':
      return [{ text }];
    case 'aspect':
      return [{ text, pair: name }];
    case 'nli':
      return hypotheses[lang === 'zh' ? 'zh' : 'en'](name).map((pair) => ({ text, pair }));
  }
}
