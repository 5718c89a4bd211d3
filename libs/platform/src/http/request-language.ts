/** Language of an answer's names and words from Accept-Language: Chinese where it comes first, else English. */
export function requestLanguage(acceptLanguage: string | undefined): 'en' | 'zh' {
  return acceptLanguage?.trim().toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}
