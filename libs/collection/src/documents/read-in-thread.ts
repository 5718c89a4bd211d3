import type { MessagePort } from 'node:worker_threads';
import { FeedError } from '../feeds/feed-errors.js';
import type { ExtractedPage } from '../pages/extracted-page.js';
import type { VisitedKind } from '../sources/visited-kinds.js';
import { type FeedPatience, readAnnouncement, readPage, type ReceivedDocument } from './document-task.js';

/** Errors lose their class on the way between threads, so the expected ones travel as values. */
export type ThreadAnswer<Value> = { value: Value } | { refused: { code: FeedError['code']; message: string } };

/** In the thread: sends the batches one by one, so that the other side can take them over one by one. */
export function announce({
  kind,
  document,
  port,
}: {
  kind: VisitedKind;
  document: ReceivedDocument;
  port: MessagePort;
}): ThreadAnswer<{ patience: FeedPatience | null }> {
  return answer(() => {
    const { batches, patience } = readAnnouncement(kind, document);
    for (const batch of batches) port.postMessage(batch);
    return { patience };
  });
}

/** In the thread: the article of a page. */
export function extract({ document }: { document: ReceivedDocument }): ThreadAnswer<ExtractedPage> {
  return answer(() => readPage(document));
}

function answer<Value>(read: () => Value): ThreadAnswer<Value> {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof FeedError) return { refused: { code: error.code, message: error.message } };
    throw error;
  }
}
