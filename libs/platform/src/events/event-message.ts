import { type AppEvent, appEvent } from '@timbre/contracts';

/** NOTIFY takes less than 8,000 bytes. */
const maxBytes = 7_900;

/** An event does not fit into a message; send ids, not contents. */
class EventTooLargeError extends Error {
  constructor(type: string, bytes: number) {
    super(`The event "${type}" has ${bytes} bytes; at most ${maxBytes} are carried. Send ids only.`);
    this.name = 'EventTooLargeError';
  }
}

/** @throws EventTooLargeError, ZodError */
export function encodeEvent(event: unknown): string {
  const valid = appEvent.parse(event);
  const text = JSON.stringify(valid);
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes) throw new EventTooLargeError(valid.type, bytes);
  return text;
}

/** Null for what another version of the program sent and this one does not know. */
export function decodeEvent(text: string): AppEvent | null {
  try {
    return appEvent.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
