import type { AppEvent } from '@timbre/contracts';
import { Logger } from '@nestjs/common';
import type { EventListener } from './event-bus.js';

/** The listeners of one process. One that throws is logged and does not keep the event from the others. */
export class ListenerSet {
  private readonly log = new Logger('Events');
  private readonly listeners = new Set<EventListener>();

  add(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(event: AppEvent): void {
    for (const listener of this.listeners) {
      try {
        listener(event);
      } catch (error) {
        this.log.error(`A listener failed on ${event.type}`, error);
      }
    }
  }
}
