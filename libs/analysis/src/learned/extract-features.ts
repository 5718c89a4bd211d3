import { targetRegions } from '../sentiment/target-regions.js';
import { FeatureVector } from './feature-vector.js';
import { addGeneralFeatures } from './general-features.js';
import { addLexicalFeatures } from './lexical-features.js';
import type { TargetContext } from './target-context.js';

/** All features of one target in one sentence. @param vector is filled anew; readers of many targets pass one vector on */
export function extractFeatures(context: TargetContext, vector = new FeatureVector()): FeatureVector {
  vector.clear();
  const { own, mentions, terms, sentence } = context;
  const regions = targetRegions(own, mentions, terms.clauseOf, sentence);
  addGeneralFeatures(vector, context, regions);
  addLexicalFeatures(vector, context, regions);
  return vector;
}
