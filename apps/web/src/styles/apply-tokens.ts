import type { ThemeTokens } from '@timbre/charts';

/** Puts the chart library's tokens on the root element, so that page and charts share one set of colours. */
export function applyTokens(tokens: ThemeTokens, root: HTMLElement): void {
  root.dataset.theme = tokens.name;
  root.style.colorScheme = tokens.name;
  const colours: Record<string, string> = {
    page: tokens.page,
    surface: tokens.surface,
    raised: tokens.raised,
    ink: tokens.ink,
    quiet: tokens.quiet,
    line: tokens.line,
    zero: tokens.zero,
    accent: tokens.accent,
    'accent-quiet': tokens.accentQuiet,
    negative: tokens.negative,
    neutral: tokens.neutral,
    positive: tokens.positive,
    'negative-text': tokens.negativeText,
    'positive-text': tokens.positiveText,
  };
  for (const [name, value] of Object.entries(colours)) root.style.setProperty(`--${name}`, value);
}
