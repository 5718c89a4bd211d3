import type { AlertChannelInput } from '@timbre/contracts';
import type { ChannelSecrets } from './channel.service.js';

/** Where Telegram's bots live unless a channel names another server. */
const telegramOrigin = 'https://api.telegram.org';

/**
 * What a changed channel keeps of its address and secret. The secret stays with the origin it was meant for: whoever
 * may edit a channel must not be able to have it sent elsewhere.
 */
export function keptSecrets(input: Pick<AlertChannelInput, 'kind' | 'url'>, stored: ChannelSecrets): ChannelSecrets {
  if (input.url === undefined) return stored;
  const before = stored.url ?? (input.kind === 'telegram' ? telegramOrigin : undefined);
  if (before !== undefined && new URL(before).origin === new URL(input.url).origin) return stored;
  return { url: stored.url };
}
