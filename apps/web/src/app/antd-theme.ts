import { fontFamily, type ThemeTokens } from '@timbre/charts';
import { theme, type ThemeConfig } from 'antd';

/** antd's tokens from ours. Styles are shipped as a file (see build/antd-styles.ts), so only variables are set here. */
export function antdTheme(tokens: ThemeTokens): ThemeConfig {
  return {
    zeroRuntime: true,
    hashed: false,
    cssVar: { key: `timbre-${tokens.name}` },
    algorithm: tokens.name === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    components: {
      Segmented: { trackBg: tokens.name === 'dark' ? tokens.page : tokens.line },
      // The accent is light on dark: its text must be dark.
      ...(tokens.name === 'dark' ? { Button: { primaryColor: tokens.page } } : {}),
      Table: { headerBg: 'transparent', headerColor: tokens.quiet, headerSplitColor: 'transparent' },
    },
    token: {
      fontFamily,
      fontSize: 14,
      lineHeight: 1.5,
      borderRadius: 6,
      wireframe: false,
      colorPrimary: tokens.name === 'dark' ? '#A5ABFF' : tokens.accent,
      colorLink: tokens.accent,
      colorInfo: tokens.accent,
      colorError: tokens.negative,
      colorSuccess: tokens.positive,
      colorText: tokens.ink,
      colorTextSecondary: tokens.quiet,
      colorTextDescription: tokens.quiet,
      colorTextPlaceholder: tokens.quiet,
      colorBgBase: tokens.surface,
      colorBgLayout: tokens.page,
      colorBgContainer: tokens.surface,
      colorBgElevated: tokens.raised,
      colorBorder: tokens.edge,
      colorBorderSecondary: tokens.line,
      colorBgSpotlight: tokens.spotlight,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
    },
  };
}
