import { Injectable } from '@nestjs/common';
import { InjectSettings, SecretBox, type Settings } from '@timbre/platform';
import { z } from 'zod';
import { openLink, signLink } from './signed-link.js';

const day = 86_400_000;
/** Messages stay in chats for long; a picture that cannot be fetched any more is a gap in their history. */
const pictureMs = 30 * day;
const muteMs = 7 * day;

const mutePurpose = 'alert mute link';
const picturePurpose = 'alert picture link';

const muted = z.object({ ruleId: z.uuid(), series: z.string() });
export type MutedSeries = z.infer<typeof muted>;
const pictured = z.object({ notificationId: z.uuid(), language: z.enum(['en', 'zh']) });
export type PicturedNotification = z.infer<typeof pictured>;

/** Addresses in messages that work without signing in, for a while and for one thing each. */
@Injectable()
export class AlertLinks {
  constructor(
    private readonly box: SecretBox,
    @InjectSettings() private readonly settings: Pick<Settings, 'publicUrl' | 'host' | 'port'>,
  ) {}

  /** Where Timbre is reached; without a slash at the end. */
  get base(): string {
    return (this.settings.publicUrl ?? `http://${this.settings.host}:${this.settings.port}`).replace(/\/$/, '');
  }

  mute(series: MutedSeries, now: Date): string {
    const token = signLink(this.box.key(mutePurpose), JSON.stringify(series), now.getTime() + muteMs);
    return `${this.base}/api/v1/alert-mutes/${token}`;
  }

  /** @throws ForgedLinkError, ExpiredLinkError */
  muted(token: string, now: Date): MutedSeries {
    return muted.parse(JSON.parse(openLink(this.box.key(mutePurpose), token, now.getTime())));
  }

  /**
   * Address of a message's picture; null where nobody outside could fetch it. The same message has the same address on
   * each try.
   */
  picture(notification: PicturedNotification, createdAt: Date): string | null {
    if (this.settings.publicUrl === undefined) return null;
    const until = createdAt.getTime() + pictureMs;
    const token = signLink(this.box.key(picturePurpose), JSON.stringify(notification), until);
    return `${this.base}/api/v1/alert-pictures/${token}.png`;
  }

  /** @throws ForgedLinkError, ExpiredLinkError */
  pictured(token: string, now: Date): PicturedNotification {
    return pictured.parse(JSON.parse(openLink(this.box.key(picturePurpose), token, now.getTime())));
  }
}
