import type { NameLanguage } from '../queries/targets/target-names.js';

/** Language of names from Accept-Language: Chinese where it comes first, else English. */
export function nameLanguage(acceptLanguage: string | undefined): NameLanguage {
  return acceptLanguage?.trim().toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}
