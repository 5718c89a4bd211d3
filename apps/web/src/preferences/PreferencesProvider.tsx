import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { darkTokens, lightTokens } from '@timbre/charts';
import { changeLanguage } from '../i18n/start-i18n.js';
import { applyTokens } from '../styles/apply-tokens.js';
import { PreferencesContext, type Preferences } from './preferences.js';
import { readStored, writeStored, type StoredPreferences } from './stored-preferences.js';

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
function onSystemTheme(changed: () => void): () => void {
  systemDark.addEventListener('change', changed);
  return () => systemDark.removeEventListener('change', changed);
}

export function systemLanguage(): 'en' | 'zh-CN' {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Language, theme and time zone: this browser's memory first, the system's wish otherwise. */
export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [stored, setStored] = useState<StoredPreferences>(() => readStored(window.localStorage));
  const prefersDark = useSyncExternalStore(onSystemTheme, () => systemDark.matches);
  const language = stored.language ?? systemLanguage();
  const theme = stored.theme ?? 'system';
  const dark = theme === 'dark' || (theme === 'system' && prefersDark);
  const timeZone = stored.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

  const change = useCallback((patch: StoredPreferences) => {
    if (patch.language) {
      void changeLanguage(patch.language).then(() => setStored((before) => remember({ ...before, ...patch })));
    } else setStored((before) => remember({ ...before, ...patch }));
  }, []);

  useEffect(() => applyTokens(dark ? darkTokens : lightTokens, document.documentElement), [dark]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const value = useMemo<Preferences>(
    () => ({ language, theme, dark, timeZone, change }),
    [language, theme, dark, timeZone, change],
  );
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

function remember(preferences: StoredPreferences): StoredPreferences {
  writeStored(window.localStorage, preferences);
  return preferences;
}
