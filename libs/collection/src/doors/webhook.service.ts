import { Injectable } from '@nestjs/common';
import { type SourceWebhook, webhookOptions } from '@timbre/contracts';
import { NotFoundError, ProblemError, QueueService, SecretBox } from '@timbre/platform';
import { collectEntriesQueue } from '../entries/collect-entries.job.js';
import { collectJobs } from '../entries/collect-jobs.js';
import { SourceEntryRepository } from '../entries/source-entry.repository.js';
import type { SourceEntity } from '../sources/source.entity.js';
import { SourceRepository } from '../sources/source.repository.js';
import { itemMapper, type RejectedItem } from './map-json-items.js';
import { isSameSecret, isSigned, webhookSecret } from './webhook-proof.js';

const PURPOSE = 'webhook source';

/** Unknown sources, wrong secrets and unsigned bodies get one answer, so that nobody learns which sources exist. */
class WebhookRefusedError extends ProblemError {
  constructor() {
    super({
      status: 404,
      code: 'webhook.refused',
      detail: 'No webhook takes this. Check the address, or the signature in X-Timbre-Signature, on the Sources page.',
    });
  }
}

class WebhookPausedError extends ProblemError {
  constructor() {
    super({
      status: 409,
      code: 'webhook.paused',
      detail: 'This source is switched off. Resume it on the Sources page.',
    });
  }
}

/** What was sent to a webhook address. */
export interface WebhookDelivery {
  document: unknown;
  bytes: Uint8Array;
  /** Last part of the address. */
  secret: string | undefined;
  signature: string | undefined;
}

export interface WebhookReceipt {
  /** Items that were taken; known ones among them change nothing. */
  accepted: number;
  rejected: RejectedItem[];
}

/** Articles that other programs post in a shape of their own. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly sources: SourceRepository,
    private readonly entries: SourceEntryRepository,
    private readonly queues: QueueService,
    private readonly secrets: SecretBox,
  ) {}

  async receive(sourceId: string, delivery: WebhookDelivery, now: Date): Promise<WebhookReceipt> {
    const source = await this.sources.byId(sourceId);
    if (source?.kind !== 'webhook' || !this.isGenuine(source, delivery)) throw new WebhookRefusedError();
    if (!source.enabled) throw new WebhookPausedError();
    const { mapping } = webhookOptions.parse(source.options);
    const { entries, rejected } = itemMapper(mapping)(delivery.document, { url: null, now });
    const waiting = await this.entries.announce(source.id, entries, now);
    await this.sources.update(source.id, {
      lastAttempt: now,
      lastSuccess: now,
      ...(waiting.length > 0 && { lastNewEntry: now }),
    });
    await this.queues.addBulk(collectEntriesQueue, collectJobs(waiting.map((key) => ({ sourceId: source.id, key }))));
    return { accepted: entries.length, rejected };
  }

  /** Where to post, and the secret. */
  async describe(sourceId: string): Promise<SourceWebhook> {
    return this.present(await this.webhook(sourceId));
  }

  /** Makes the old secret worthless. */
  async rotate(sourceId: string): Promise<SourceWebhook> {
    const source = await this.webhook(sourceId);
    await this.sources.nextWebhookGeneration(source.id);
    return this.present(await this.webhook(sourceId));
  }

  private isGenuine(source: SourceEntity, { bytes, secret, signature }: WebhookDelivery): boolean {
    const expected = this.secretOf(source);
    if (webhookOptions.parse(source.options).proof === 'signature')
      return signature !== undefined && isSigned(bytes, signature, expected);
    return secret !== undefined && isSameSecret(secret, expected);
  }

  private async webhook(id: string): Promise<SourceEntity> {
    const source = await this.sources.byId(id);
    if (source?.kind !== 'webhook') throw new NotFoundError('webhook', id);
    return source;
  }

  private present(source: SourceEntity): SourceWebhook {
    const { proof } = webhookOptions.parse(source.options);
    const secret = this.secretOf(source);
    const path = `/api/v1/hooks/${encodeURIComponent(source.id)}`;
    return { path: proof === 'secret' ? `${path}/${secret}` : path, secret, proof };
  }

  private secretOf({ id, webhookGeneration }: SourceEntity): string {
    return webhookSecret(this.secrets.key(PURPOSE), id, webhookGeneration);
  }
}
