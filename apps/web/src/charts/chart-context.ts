import { darkTokens, lightTokens, type ChartContext } from '@timbre/charts';
import { useMemo } from 'react';
import { usePreferences } from '../preferences/preferences.js';

/** What drawings depend on besides their data, from the viewer's preferences. */
export function useChartContext(width: number): ChartContext {
  const { dark, language, timeZone } = usePreferences();
  return useMemo(
    () => ({ theme: dark ? darkTokens : lightTokens, locale: language, tz: timeZone, width }),
    [dark, language, timeZone, width],
  );
}
