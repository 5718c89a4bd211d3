import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onnxModel } from './onnx-model.js';

const words = {
  negative: ['sued', 'fined', 'blamed', '诉', '罚'],
  positive: ['praised', 'hailed', 'cleared', '赞', '誉'],
} as const;
const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const vocabulary = [...special, ...words.negative, ...words.positive];

/** Logits that one token adds to negative, neutral, positive; every text starts at neutral. */
export function tokenLogits(token: string): [number, number, number] {
  if (words.negative.some((word) => word === token)) return [6, 0, 0];
  if (words.positive.some((word) => word === token)) return [0, 0, 6];
  return token === '[CLS]' ? [0, 2, 0] : [0, 0, 0];
}

export const madeLabels = { 0: 'negative', 1: 'neutral', 2: 'positive' };

/**
 * Writes a model of three classes that adds up what it knows of each word: small enough for a test, and a real ONNX file
 * with a real tokenizer.
 */
export async function makeLocalModel(folder: string): Promise<void> {
  await mkdir(join(folder, 'onnx'), { recursive: true });
  const write = (name: string, value: object): Promise<void> => writeFile(join(folder, name), JSON.stringify(value));
  await write('config.json', {
    model_type: 'bert',
    architectures: ['BertForSequenceClassification'],
    id2label: madeLabels,
    label2id: { negative: 0, neutral: 1, positive: 2 },
    max_position_embeddings: 512,
    vocab_size: vocabulary.length,
  });
  await write('tokenizer_config.json', {
    tokenizer_class: 'BertTokenizer',
    do_lower_case: true,
    model_max_length: 512,
    pad_token: '[PAD]',
    unk_token: '[UNK]',
    cls_token: '[CLS]',
    sep_token: '[SEP]',
    mask_token: '[MASK]',
  });
  const token = (content: string, id: number) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  });
  await write('tokenizer.json', {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: special.map(token),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [part('[CLS]'), sequence('A'), part('[SEP]')],
      pair: [part('[CLS]'), sequence('A'), part('[SEP]'), sequence('B', 1), part('[SEP]', 1)],
      special_tokens: Object.fromEntries(
        ['[CLS]', '[SEP]'].map((name) => [name, { id: name, ids: [vocabulary.indexOf(name)], tokens: [name] }]),
      ),
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
    },
  });
  await writeFile(join(folder, 'onnx', 'model.onnx'), onnxModel(vocabulary.map(tokenLogits)));
}

const part = (id: string, type_id = 0) => ({ SpecialToken: { id, type_id } });
const sequence = (id: string, type_id = 0) => ({ Sequence: { id, type_id } });
