import { z } from 'zod';
import { setting } from './setting-definition.js';
import { urlWithScheme, wholeNumber } from './setting-values.js';

const modelName = z.string().regex(/^[^\p{Cc}]{1,500}$/u, 'must be the name of a model, or the folder of one');

/** Who scores the targets of articles, and within which limits. */
export const scorerSettingDefinitions = {
  scorer: setting({
    name: 'TIMBRE_SCORER',
    schema: z.enum(['embedded', 'local', 'endpoint'], 'must be embedded, local or endpoint'),
    default: 'embedded',
    meaning:
      'Who scores targets: the embedded analysis, a local ONNX model, or a chat endpoint that speaks the OpenAI protocol. History is read again when an administrator says so on the Quality page.',
  }),
  scorerModel: setting({
    name: 'TIMBRE_SCORER_MODEL',
    schema: modelName.optional(),
    meaning: 'Model of the endpoint; or of the local scorer: a folder, or an id on huggingface.co.',
  }),
  scorerParallel: setting({
    name: 'TIMBRE_SCORER_PARALLEL',
    schema: wholeNumber(1, 64),
    default: '4',
    meaning: 'Articles that one reading job has scored at a time by the endpoint.',
  }),
  scorerEndpoint: setting({
    name: 'TIMBRE_SCORER_ENDPOINT',
    schema: urlWithScheme('http', 'https').optional(),
    meaning:
      'Base address of the endpoint, such as https://host/v1; /chat/completions is added. A private host also needs TIMBRE_EGRESS_ALLOW.',
  }),
  scorerKey: setting({
    name: 'TIMBRE_SCORER_KEY',
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{1,1000}$/, 'must be printable ASCII without spaces')
      .optional(),
    secret: true,
    meaning: 'Key of the endpoint, sent as a bearer token.',
  }),
  scorerTimeoutSeconds: setting({
    name: 'TIMBRE_SCORER_TIMEOUT',
    schema: wholeNumber(1, 600),
    default: '60',
    meaning: 'Longest wait for one answer of the endpoint, in seconds.',
  }),
  scorerDailyRequests: setting({
    name: 'TIMBRE_SCORER_DAILY_REQUESTS',
    schema: wholeNumber(0, 100_000_000),
    default: '2000',
    meaning: 'Most requests to the endpoint per UTC day; what is over is scored by the embedded analysis and says so.',
  }),
  scorerDailyTokens: setting({
    name: 'TIMBRE_SCORER_DAILY_TOKENS',
    schema: wholeNumber(0, 100_000_000_000),
    default: '5000000',
    meaning: 'Most tokens per UTC day, questions and answers together; no request is made once they are used up.',
  }),
  scorerTextLimit: setting({
    name: 'TIMBRE_SCORER_TEXT_LIMIT',
    schema: wholeNumber(500, 1_000_000),
    default: '20000',
    meaning: 'Characters of an article that the endpoint is sent; longer ones are cut after a sentence.',
  }),
  scorerRevision: setting({
    name: 'TIMBRE_SCORER_REVISION',
    schema: z.string().regex(/^[\w./-]{1,100}$/, 'must be a branch, tag or commit'),
    default: 'main',
    meaning: 'Revision of a local model that is named by its id.',
  }),
  scorerModelKind: setting({
    name: 'TIMBRE_SCORER_MODEL_KIND',
    schema: z.enum(['sentence', 'aspect', 'nli'], 'must be sentence, aspect or nli'),
    default: 'aspect',
    meaning:
      'What the local model reads: a sentence, a sentence with the target (both with three classes), or premise and hypothesis (nli).',
  }),
  scorerPrecision: setting({
    name: 'TIMBRE_SCORER_PRECISION',
    schema: z.enum(['fp32', 'fp16', 'q8', 'q4'], 'must be fp32, fp16, q8 or q4'),
    default: 'fp32',
    meaning:
      'Which of its files the local model runs from: model.onnx, model_fp16.onnx, model_quantized.onnx, model_q4.onnx.',
  }),
  scorerBatch: setting({
    name: 'TIMBRE_SCORER_BATCH',
    schema: wholeNumber(1, 256),
    default: '8',
    meaning: 'Sentences that the local model reads at a time.',
  }),
  scorerThreads: setting({
    name: 'TIMBRE_SCORER_THREADS',
    schema: wholeNumber(1, 256),
    default: '1',
    meaning: 'CPU threads of the local model per worker process.',
  }),
  scorerRuntime: setting({
    name: 'TIMBRE_SCORER_RUNTIME',
    schema: z.string().min(1).optional(),
    meaning: 'Folder into which @huggingface/transformers was installed; without it, local-scorer in the data folder.',
  }),
  reread: setting({
    name: 'TIMBRE_REREAD',
    schema: z.enum(['ask', 'always'], 'must be ask or always'),
    default: 'ask',
    meaning:
      'Whether history is read again at once when another version of the analysis runs, or after an administrator saw on the Quality page what would move.',
  }),
} as const;
