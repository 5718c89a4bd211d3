import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AlertChannel, AlertChannelInput, ChannelKind } from '@timbre/contracts';
import { EscalationCycleError, escalationChain } from '@timbre/metrics';
import { InvalidInputError, NotFoundError, SecretBox } from '@timbre/platform';
import { z } from 'zod';
import { ChannelRepository, type StoredChannel } from './channel.repository.js';
import { channelLimits } from './channel-limits.js';
import { keptSecrets } from './kept-secrets.js';

const sealPurpose = 'alert channel';
const sealedContent = z.object({ url: z.string().optional(), secret: z.string().optional() });
export type ChannelSecrets = z.infer<typeof sealedContent>;

const needsUrl: ReadonlySet<ChannelKind> = new Set([
  'webhook',
  'slack',
  'teams',
  'feishu',
  'dingtalk',
  'wecom',
  'ntfy',
]);

@Injectable()
export class ChannelService {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly box: SecretBox,
  ) {}

  async list(): Promise<AlertChannel[]> {
    return (await this.channels.list()).map(present);
  }

  /** @throws NotFoundError */
  async one(id: string): Promise<AlertChannel> {
    return present(await this.existing(id));
  }

  async create(input: AlertChannelInput, now: Date): Promise<AlertChannel> {
    return this.save(randomUUID(), input, {}, now);
  }

  /** Address and secret stay as they are unless given anew; a secret does not follow to another origin. */
  async change(id: string, input: AlertChannelInput, now: Date): Promise<AlertChannel> {
    const known = await this.existing(id);
    const kept = known.body.kind === input.kind ? keptSecrets(input, this.secretsOf(known)) : {};
    return this.save(id, input, kept, now);
  }

  async remove(id: string, now: Date): Promise<void> {
    if (!(await this.channels.remove(id, now))) throw new NotFoundError('alert channel', id);
  }

  /** @throws SealBrokenError when the installation's secret changed. */
  secretsOf(channel: Pick<StoredChannel, 'sealed'>): ChannelSecrets {
    return sealedContent.parse(JSON.parse(this.box.open(sealPurpose, channel.sealed)));
  }

  private async save(id: string, input: AlertChannelInput, kept: ChannelSecrets, now: Date): Promise<AlertChannel> {
    const { url = kept.url, secret = kept.secret, ...rest } = input;
    const errors = [
      ...(needsUrl.has(input.kind) && url === undefined
        ? [{ path: 'url', message: 'Give the address of the hook.' }]
        : []),
      ...(input.kind === 'email' && input.to.length === 0 ? [{ path: 'to', message: 'Give a mail address.' }] : []),
      ...(input.kind === 'telegram' && (secret === undefined || input.chat === undefined)
        ? [{ path: 'secret', message: 'Telegram needs the bot token and the chat id.' }]
        : []),
    ];
    if (errors.length > 0) throw new InvalidInputError(errors);
    if (input.escalation !== null) await this.checkEscalation(id, input.name, input.escalation.to);
    const stored: StoredChannel = {
      id,
      body: { ...rest, host: url === undefined ? null : new URL(url).host, hasSecret: secret !== undefined },
      sealed: this.box.seal(sealPurpose, JSON.stringify({ url, secret } satisfies ChannelSecrets)),
      enabled: input.enabled,
    };
    await this.channels.save(stored, channelLimits[input.kind].most, now);
    return present(stored);
  }

  private async checkEscalation(id: string, name: string, to: string): Promise<void> {
    const others = (await this.channels.list()).filter((channel) => channel.id !== id);
    if (to !== id && !others.some((channel) => channel.id === to)) {
      throw new InvalidInputError([{ path: 'escalation.to', message: 'There is no such channel. Add it first.' }]);
    }
    const nextOf = ({ body }: StoredChannel): string | null => body.escalation?.to ?? null;
    const channels = others.map((channel) => ({ id: channel.id, name: channel.body.name, next: nextOf(channel) }));
    try {
      escalationChain(id, [{ id, name, next: to }, ...channels]);
    } catch (error) {
      if (!(error instanceof EscalationCycleError)) throw error;
      throw new InvalidInputError([{ path: 'escalation.to', message: error.message }]);
    }
  }

  private async existing(id: string): Promise<StoredChannel> {
    const channel = await this.channels.find(id);
    if (channel === null) throw new NotFoundError('alert channel', id);
    return channel;
  }
}

const present = ({ id, body, enabled }: StoredChannel): AlertChannel => ({
  id,
  name: body.name,
  kind: body.kind,
  language: body.language,
  to: body.to,
  host: body.host,
  hasSecret: body.hasSecret,
  chat: body.chat ?? null,
  // Channels of before have none.
  escalation: body.escalation ?? null,
  enabled,
});
