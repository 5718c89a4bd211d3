import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import type { RunningTimbre } from './running-timbre.js';

const executable = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Whether a browser is installed; CI requires one. */
export const hasBrowser = existsSync(executable) || process.env.CI !== undefined;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface LookOptions {
  width?: number;
  height?: number;
  language?: 'en' | 'zh-CN';
  theme?: 'light' | 'dark';
}

/** A browser of the owner's, in a language and a theme. */
export async function openAsOwner(
  browser: Browser,
  timbre: RunningTimbre,
  look: LookOptions = {},
): Promise<BrowserContext> {
  const { width = 1440, height = 900, language = 'en', theme = 'light' } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    colorScheme: theme,
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  await context.addCookies([timbre.browserCookie()]);
  return context;
}
