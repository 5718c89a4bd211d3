import type { TransformersRuntime } from '../../scoring/local/transformers-runtime.js';
import { madeLabels, tokenLogits } from './make-local-model.js';

/** Words as the made model's tokenizer cuts them: Han characters one by one. */
const tokensOf = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}|[a-z]+|\S/gu) ?? [];

/**
 * Does what the real runtime does with the model of `makeLocalModel`. The real one weighs 470 MB and is no dependency;
 * where it is installed, the same trials run on it.
 */
export function standInRuntime(): TransformersRuntime {
  return {
    env: { allowRemoteModels: true, localModelPath: '', cacheDir: null, fetch },
    AutoTokenizer: {
      from_pretrained: () =>
        Promise.resolve((texts, { text_pair }) => ({
          tokens: texts.map((text, index) => ['[CLS]', ...tokensOf(text), ...tokensOf(text_pair?.[index] ?? '')]),
        })),
    },
    AutoModelForSequenceClassification: {
      from_pretrained: () => {
        const run = (inputs: object) => {
          const { tokens } = inputs as { tokens: string[][] };
          const rows = tokens.map((text) =>
            text
              .map(tokenLogits)
              .reduce((sum, part) => [sum[0] + part[0], sum[1] + part[1], sum[2] + part[2]], [0, 0, 0]),
          );
          return Promise.resolve({ logits: { data: rows.flat(), dims: [rows.length, 3] } });
        };
        return Promise.resolve(Object.assign(run, { config: { id2label: madeLabels, max_position_embeddings: 512 } }));
      },
    },
  };
}
