import { setTimeout as delay } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { AppEventData, AppEventType } from '@timbre/contracts';
import { Client } from 'pg';
import type { Database } from '../database/index.js';
import { EventBus, type EventListener } from './event-bus.js';
import { decodeEvent, encodeEvent } from './event-message.js';
import { ListenerSet } from './listener-set.js';

const channel = 'timbre_events';

/** LISTEN/NOTIFY. Listening holds one connection, from the first subscription on, and comes back after it is lost. */
export class PostgresEventBus extends EventBus {
  private readonly log = new Logger('Events');
  private readonly listeners = new ListenerSet();
  private readonly closing = new AbortController();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly database: Pick<Database, 'query'>,
    private readonly url: string,
  ) {
    super();
  }

  async publish<Type extends AppEventType>(type: Type, data: AppEventData<Type>): Promise<void> {
    const message = encodeEvent({ type, data });
    try {
      await this.database.query('SELECT pg_notify($1, $2)', [channel, message]);
    } catch (error) {
      this.log.warn(`The event ${type} was not sent: ${String(error)}`);
    }
  }

  subscribe(listener: EventListener): () => void {
    this.loop ??= this.listen();
    return this.listeners.add(listener);
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.loop;
  }

  private async listen(): Promise<void> {
    for (let failures = 0; !this.closing.signal.aborted; failures += 1) {
      try {
        await this.listenOnce(() => (failures = 0));
      } catch (error) {
        if (failures === 0) this.log.warn(`Listening for events was cut off, trying again: ${String(error)}`);
      }
      const pauseMs = Math.min(100 * 2 ** failures, 5_000);
      await delay(pauseMs, undefined, { signal: this.closing.signal }).catch(() => undefined);
    }
  }

  /** Listens on one connection until it is lost or the bus closes. */
  private async listenOnce(onConnected: () => void): Promise<void> {
    const client = new Client({ connectionString: this.url, keepAlive: true, application_name: 'timbre events' });
    try {
      const lost = new Promise<never>((_resolve, reject) => {
        client.on('error', reject);
        client.on('end', () => reject(new Error('the connection ended')));
      });
      lost.catch(() => undefined);
      client.on('notification', ({ payload }) => {
        const event = payload === undefined ? null : decodeEvent(payload);
        if (event !== null) this.listeners.tell(event);
      });
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      onConnected();
      await Promise.race([lost, aborted(this.closing.signal)]);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
