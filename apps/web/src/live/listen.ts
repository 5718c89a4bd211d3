import type { AppEvent, AppEventType } from '@timbre/contracts';

const types: readonly AppEventType[] = [
  'job.progress',
  'readings.new',
  'articles.removed',
  'correction.changed',
  'catalogue.changed',
  'source.changed',
  'settings.changed',
];

/** Reads `{type, data}`, or bare data under the event's own name; null for what this version does not know. */
export function parseEvent(name: string, text: string): AppEvent | null {
  try {
    const value = JSON.parse(text) as { type?: string; data?: unknown };
    const type = types.find((known) => known === (value.type ?? name));
    if (type === undefined) return null;
    return { type, data: value.type === undefined ? value : value.data } as AppEvent;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Listens to server-sent events; the browser reconnects by itself. @returns a function that stops */
export function listen(onEvent: (event: AppEvent) => void, onConnection: (open: boolean) => void): () => void {
  const stream = new EventSource('/api/v1/events');
  const receive = (message: MessageEvent<string>) => {
    const event = parseEvent(message.type, message.data);
    if (event) onEvent(event);
  };
  for (const type of ['message', ...types]) stream.addEventListener(type, receive as EventListener);
  stream.onopen = () => onConnection(true);
  stream.onerror = () => onConnection(false);
  return () => stream.close();
}
