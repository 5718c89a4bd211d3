import type { TooltipComponentOption } from 'echarts';
import type { ThemeTokens } from '../theme/tokens.js';
import { escapeHtml } from './escape-html.js';

/** Tooltip box; its inside is styled by class names, so that no inline style meets the content security policy. */
export function tooltipBox(theme: ThemeTokens): TooltipComponentOption {
  return {
    backgroundColor: theme.raised,
    borderColor: theme.line,
    borderWidth: 1,
    padding: [8, 12],
    textStyle: { color: theme.ink, fontSize: 13 },
    extraCssText: 'max-width:340px;white-space:normal;box-shadow:0 4px 16px rgb(0 0 0 / 12%)',
    confine: true,
    transitionDuration: 0,
  };
}

/** First line strong, the rest as sentences; all text is escaped here. */
export function tooltipText(heading: string, sentences: readonly string[]): string {
  const lines = sentences.map((sentence) => `<div class="tip-line">${escapeHtml(sentence)}</div>`).join('');
  return `<div class="tip"><strong>${escapeHtml(heading)}</strong>${lines}</div>`;
}
