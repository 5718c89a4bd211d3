/** Grows with the code: major when readings change shape, minor when rules change what is read, patch otherwise. */
const CODE_VERSION = '0.1.0';

/**
 * Version of the analysis that a reading names: the code's and the first digits of the hash of all data files, so that
 * an edited lexicon is a new version too.
 * @param dataHash hexadecimal
 */
export function analysisVersion(dataHash: string): string {
  return `${CODE_VERSION}+${dataHash.slice(0, 10)}`;
}
