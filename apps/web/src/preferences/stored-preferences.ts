import type { Language, ThemeChoice } from './preferences.js';

export interface StoredPreferences {
  language?: Language;
  theme?: ThemeChoice;
  timeZone?: string;
}

const KEY = 'timbre.preferences';

/** What this browser remembers; nothing where storage is closed or holds something else. */
export function readStored(storage: Pick<Storage, 'getItem'>): StoredPreferences {
  try {
    const value = JSON.parse(storage.getItem(KEY) ?? '{}') as Record<string, unknown> | null;
    const stored: StoredPreferences = {};
    if (value?.language === 'en' || value?.language === 'zh-CN') stored.language = value.language;
    if (value?.theme === 'light' || value?.theme === 'dark' || value?.theme === 'system') stored.theme = value.theme;
    if (typeof value?.timeZone === 'string' && knownZone(value.timeZone)) stored.timeZone = value.timeZone;
    return stored;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return {};
    throw error;
  }
}

export function writeStored(storage: Pick<Storage, 'setItem'>, preferences: StoredPreferences): void {
  try {
    storage.setItem(KEY, JSON.stringify(preferences));
  } catch (error) {
    // Private windows close the storage; the choice then lasts as long as the page.
    if (!(error instanceof DOMException)) throw error;
  }
}

function knownZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
