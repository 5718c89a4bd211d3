import type { ChannelKind } from '@timbre/contracts';

/**
 * A full bucket and a minute's refill can leave within one minute, so a bucket holds less than half of what the
 * service takes in a minute (DingTalk 20, Feishu 100, WeCom 20, Telegram 20 in a group, Slack 60).
 */
const perMinute = (most: number) => ({ most, perMs: 60_000 });

/** Token buckets of the channels. */
export const channelLimits: Record<ChannelKind, { most: number; perMs: number }> = {
  email: perMinute(60),
  webhook: perMinute(600),
  slack: perMinute(25),
  teams: perMinute(25),
  feishu: perMinute(45),
  dingtalk: perMinute(9),
  wecom: perMinute(9),
  telegram: perMinute(9),
  ntfy: perMinute(30),
  'in-app': perMinute(6_000),
};
