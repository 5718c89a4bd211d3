import { readFileSync } from 'node:fs';
import type { Settings } from '../settings/index.js';

const version = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;

/**
 * How the collector names itself: as the settings say, else product, version and where its operators can be found.
 *
 * @example "Timbre/0.1.0 (media monitoring; +https://timbre.example.com/)"
 */
export function userAgentOf({ userAgent, publicUrl }: Pick<Settings, 'userAgent' | 'publicUrl'>): string {
  if (userAgent !== undefined) return userAgent;
  const contact = publicUrl === undefined ? '' : `; +${new URL(publicUrl).href}`;
  return `Timbre/${version} (media monitoring${contact})`;
}
