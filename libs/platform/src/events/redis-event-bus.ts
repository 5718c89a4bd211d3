import { Logger } from '@nestjs/common';
import type { AppEventData, AppEventType } from '@timbre/contracts';
import type { RedisClient } from '../queue/redis-client.js';
import { EventBus, type EventListener } from './event-bus.js';
import { decodeEvent, encodeEvent } from './event-message.js';
import { ListenerSet } from './listener-set.js';

/** Redis pub/sub; ioredis reconnects and subscribes again by itself. */
export class RedisEventBus extends EventBus {
  private readonly log = new Logger('Events');
  private readonly listeners = new ListenerSet();
  private subscriber: RedisClient | undefined;

  /** @param connect - opens a connection of its own each time. */
  constructor(
    private readonly publisher: RedisClient,
    private readonly connect: () => RedisClient,
    private readonly channel: string,
  ) {
    super();
  }

  async publish<Type extends AppEventType>(type: Type, data: AppEventData<Type>): Promise<void> {
    const message = encodeEvent({ type, data });
    try {
      await this.publisher.publish(this.channel, message);
    } catch (error) {
      this.log.warn(`The event ${type} was not sent: ${String(error)}`);
    }
  }

  subscribe(listener: EventListener): () => void {
    this.subscriber ??= this.openSubscriber();
    return this.listeners.add(listener);
  }

  async close(): Promise<void> {
    this.subscriber?.disconnect();
    this.publisher.disconnect();
  }

  private openSubscriber(): RedisClient {
    const subscriber = this.connect();
    subscriber.on('message', (_channel: string, message: string) => {
      const event = decodeEvent(message);
      if (event !== null) this.listeners.tell(event);
    });
    subscriber.subscribe(this.channel).catch((error: unknown) => {
      this.log.warn(`Listening for events failed, trying again: ${String(error)}`);
    });
    return subscriber;
  }
}
