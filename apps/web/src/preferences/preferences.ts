import { createContext, useContext } from 'react';

export type Language = 'en' | 'zh-CN';
export type ThemeChoice = 'light' | 'dark' | 'system';

export interface Preferences {
  language: Language;
  theme: ThemeChoice;
  /** The theme in force: `system` resolved. */
  dark: boolean;
  timeZone: string;
  change: (patch: { language?: Language; theme?: ThemeChoice; timeZone?: string }) => void;
}

export const PreferencesContext = createContext<Preferences | null>(null);

export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (!preferences) throw new Error('usePreferences needs a PreferencesProvider above it.');
  return preferences;
}
