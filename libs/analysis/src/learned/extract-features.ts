import { FeatureVector } from './feature-vector.js';
import { addGeneralFeatures } from './general-features.js';
import { addLexicalFeatures } from './lexical-features.js';
import type { TargetContext } from './target-context.js';

/** All features of one target in one sentence. @param vector is filled anew; readers of many targets pass one vector on */
export function extractFeatures(context: TargetContext, vector = new FeatureVector()): FeatureVector {
  vector.clear();
  addGeneralFeatures(vector, context);
  addLexicalFeatures(vector, context);
  return vector;
}
