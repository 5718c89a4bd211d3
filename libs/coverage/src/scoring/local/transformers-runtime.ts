import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The package that an operator may install; its version is the one that was tried. */
const packageName = '@huggingface/transformers';
const triedVersion = '4.3.1';

type Inputs = object;

/** What of the package is used. */
export interface TransformersRuntime {
  env: {
    allowRemoteModels: boolean;
    localModelPath: string;
    cacheDir: string | null;
    fetch: (
      input: string | URL,
      init?: { method?: string; headers?: Record<string, string> | Headers },
    ) => Promise<Response>;
  };
  AutoTokenizer: {
    from_pretrained(
      model: string,
      options: object,
    ): Promise<
      (
        texts: string[],
        options: { text_pair?: string[]; padding: boolean; truncation: boolean; max_length: number },
      ) => Inputs
    >;
  };
  AutoModelForSequenceClassification: {
    from_pretrained(
      model: string,
      options: object,
    ): Promise<
      ((inputs: Inputs) => Promise<{ logits: { data: ArrayLike<number>; dims: readonly number[] } }>) & {
        config: { id2label?: Record<string, string>; max_position_embeddings?: number };
      }
    >;
  };
}

/** The local scorer is configured, but its runtime is not installed. */
export class MissingRuntimeError extends Error {
  override readonly name = 'MissingRuntimeError';

  constructor(folder: string) {
    super(
      `The local scorer needs ${packageName}, which is not installed. Install it with: ` +
        `npm install --ignore-scripts --prefix ${JSON.stringify(folder)} ${packageName}@${triedVersion}`,
    );
  }
}

/**
 * Loads the runtime from its own folder, or from beside this program. It is no dependency: it weighs 470 MB, and
 * reinstalling Timbre must not take it away.
 *
 * @throws MissingRuntimeError
 */
export function loadTransformersRuntime(folder: string): TransformersRuntime {
  for (const from of [join(folder, 'from-here.js'), import.meta.url]) {
    try {
      return createRequire(from)(packageName) as TransformersRuntime;
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
  throw new MissingRuntimeError(folder);
}

const isNotFound = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === 'MODULE_NOT_FOUND' &&
  error.message.includes(`'${packageName}'`);
