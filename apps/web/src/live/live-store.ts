/** What live events have announced and the page has not shown yet. */
export interface LiveState {
  newArticles: number;
  connected: boolean;
}

/** A small store outside React: events arrive whether or not a component listens. */
export class LiveStore {
  #state: LiveState = { newArticles: 0, connected: true };
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly read = (): LiveState => this.#state;

  announce(articles: number): void {
    this.#set({ newArticles: this.#state.newArticles + articles });
  }
  shown(): void {
    this.#set({ newArticles: 0 });
  }
  connection(connected: boolean): void {
    if (connected !== this.#state.connected) this.#set({ connected });
  }

  #set(patch: Partial<LiveState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}

export const liveStore = new LiveStore();
