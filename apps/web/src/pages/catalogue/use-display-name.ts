import { useCallback } from 'react';
import { usePreferences } from '../../preferences/preferences.js';

/** The name in the viewer's language, and the other one beside it. */
export function useDisplayName(): (names: { en: string; zh?: string }) => { name: string; other: string | null } {
  const { language } = usePreferences();
  return useCallback(
    ({ en, zh }) => {
      const name = language === 'zh-CN' ? (zh ?? en) : en;
      const other = language === 'zh-CN' ? en : (zh ?? null);
      return { name, other: other === name ? null : other };
    },
    [language],
  );
}
