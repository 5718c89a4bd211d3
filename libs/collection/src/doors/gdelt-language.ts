/** Languages as GDELT names them in English, for which the tag is not the name's own. */
const TAGS: Readonly<Record<string, string>> = {
  arabic: 'ar',
  chinese: 'zh',
  dutch: 'nl',
  english: 'en',
  french: 'fr',
  german: 'de',
  hindi: 'hi',
  indonesian: 'id',
  italian: 'it',
  japanese: 'ja',
  korean: 'ko',
  polish: 'pl',
  portuguese: 'pt',
  russian: 'ru',
  spanish: 'es',
  turkish: 'tr',
  ukrainian: 'uk',
  vietnamese: 'vi',
};

/** BCP 47 tag of a language named in English; null for one that we do not know. */
export function gdeltLanguageTag(name: string): string | null {
  return TAGS[name.trim().toLowerCase()] ?? null;
}
