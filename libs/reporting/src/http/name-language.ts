/** Language of names from Accept-Language: Chinese where it comes first, else English. */
export function nameLanguage(acceptLanguage: string | undefined): 'en' | 'zh' {
  return acceptLanguage?.trim().toLowerCase().startsWith('zh') === true ? 'zh' : 'en';
}
