import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseModel } from './model-file.js';
import type { LanguageModel, SentimentModel } from './sentiment-model.js';

/** The folder of trained models that ships with the library. */
export const shippedModelFolder = fileURLToPath(new URL('../../data/model', import.meta.url));

/** Reads the trained models of all languages that have one. */
export function loadModel(folder = shippedModelFolder): SentimentModel {
  const model = new Map<string, LanguageModel>();
  for (const lang of ['en', 'zh']) {
    const file = join(folder, `${lang}.bin`);
    if (existsSync(file)) model.set(lang, parseModel(readFileSync(file)));
  }
  return model;
}
