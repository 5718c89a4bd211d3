import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Dictionary } from './dictionary.js';

type Language = 'en' | 'zh-CN';

/** Each language is a chunk of its own; only the one in use is loaded. */
async function dictionaryOf(language: Language): Promise<Dictionary> {
  return language === 'en' ? (await import('./en/index.js')).en : (await import('./zh/index.js')).zh;
}

export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: await dictionaryOf(language) } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await dictionaryOf(language));
  await i18next.changeLanguage(language);
}
