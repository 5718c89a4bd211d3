import { FeatureVector } from './feature-vector.js';
import { addGeneralFeatures } from './general-features.js';
import { addLexicalFeatures } from './lexical-features.js';
import type { TargetContext } from './target-context.js';

/** All features of one target in one sentence. */
export function extractFeatures(context: TargetContext): FeatureVector {
  const vector = new FeatureVector();
  addGeneralFeatures(vector, context);
  addLexicalFeatures(vector, context);
  return vector;
}
