import type { AppEvent, AppEventData, AppEventType } from '@timbre/contracts';

/** Hears events from all processes; must not throw. */
export type EventListener = (event: AppEvent) => void;

/**
 * Tells all processes that something changed. An event is a hint to look again: delivery is at most once, there is no
 * history, and nothing may depend on an event alone.
 */
export abstract class EventBus {
  /**
   * Inside a transaction on the PostgreSQL bus the event leaves at commit and dies with a rollback. On Redis publish
   * after commit (`database.afterCommit`). Transport trouble is logged, never thrown.
   */
  abstract publish<Type extends AppEventType>(type: Type, data: AppEventData<Type>): Promise<void>;

  /** @returns a function that ends the subscription. */
  abstract subscribe(listener: EventListener): () => void;

  abstract close(): Promise<void>;
}
