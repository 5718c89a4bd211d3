import { MessageChannel, type MessagePort, receiveMessageOnPort, type Transferable } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { KeyedEntry } from '../entries/announced-entry.js';
import { FeedError } from '../feeds/feed-errors.js';
import type { ExtractedPage } from '../pages/extracted-page.js';
import type { VisitedKind } from '../sources/visited-kinds.js';
import { DocumentTooHeavyError } from './document-errors.js';
import { type FeedPatience, readAnnouncement, readPage, type ReceivedDocument } from './document-task.js';
import type { ThreadAnswer } from './read-in-thread.js';

/** From this size on documents are read in a thread; smaller ones take less time than sending them there. */
const LARGE = 96 * 1024;
const LONGEST_MS = 60_000;
const MOST_MEGABYTES = 1_024;
/** Code that runs from its sources (in tests) has no file that a thread could load. */
const isCompiled = import.meta.url.endsWith('.js');

/** What a document announces; `batches` are taken over one at a time. */
export interface Announced {
  batches: Iterable<KeyedEntry[]>;
  patience: FeedPatience | null;
}

/** Reads what was fetched without holding up everything else: large documents are read in a thread of their own. */
@Injectable()
export class DocumentReader implements OnApplicationShutdown {
  private pool: Piscina | undefined;

  /** @throws FeedError, DocumentTooHeavyError */
  async announced(kind: VisitedKind, document: ReceivedDocument, signal?: AbortSignal): Promise<Announced> {
    if (!isLarge(document)) return readAnnouncement(kind, document);
    const { port1, port2 } = new MessageChannel();
    try {
      const task = { kind, document, port: port2 };
      const { patience } = await this.run<{ patience: FeedPatience | null }>('announce', task, [port2], signal);
      return { batches: received(port1), patience };
    } catch (error) {
      port1.close();
      throw error;
    }
  }

  /** @throws DocumentTooHeavyError */
  async page(document: ReceivedDocument, signal?: AbortSignal): Promise<ExtractedPage> {
    return isLarge(document) ? this.run<ExtractedPage>('extract', { document }, [], signal) : readPage(document);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.destroy();
  }

  private async run<Value>(
    name: 'announce' | 'extract',
    task: { document: ReceivedDocument },
    transferList: Transferable[],
    signal?: AbortSignal,
  ): Promise<Value> {
    // Its own copy, so that the memory can be handed over whatever buffer the bytes stand in.
    const bytes = new Uint8Array(task.document.bytes);
    const document = { ...task.document, bytes };
    const limit = AbortSignal.timeout(LONGEST_MS);
    this.pool ??= openPool();
    let answer: ThreadAnswer<Value>;
    try {
      answer = (await this.pool.run(
        { ...task, document },
        {
          name,
          transferList: [bytes.buffer, ...transferList],
          signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
        },
      )) as ThreadAnswer<Value>;
    } catch (error) {
      if (signal?.aborted !== true && limit.aborted) throw tooSlow();
      throw isOutOfMemory(error) ? tooLarge() : error;
    }
    if ('refused' in answer) throw new FeedError(answer.refused.code, answer.refused.message);
    return answer.value;
  }
}

const isLarge = ({ bytes }: ReceivedDocument): boolean => isCompiled && bytes.byteLength > LARGE;

function openPool(): Piscina {
  return new Piscina({
    filename: new URL('read-in-thread.js', import.meta.url).href,
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 30_000,
    // A waiting thread must not block on a shared lock: it would not see that it is to end.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
}

/** The batches that wait at a port; each is unpacked when it is asked for. */
function* received(port: MessagePort): Generator<KeyedEntry[]> {
  try {
    for (;;) {
      const next = receiveMessageOnPort(port) as { message: KeyedEntry[] } | undefined;
      if (next === undefined) return;
      yield next.message;
    }
  } finally {
    port.close();
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

const tooSlow = (): DocumentTooHeavyError =>
  new DocumentTooHeavyError('document.too_slow', `The document could not be read within ${LONGEST_MS / 1000} s.`);

const tooLarge = (): DocumentTooHeavyError =>
  new DocumentTooHeavyError(
    'document.too_large',
    `Reading the document takes more than ${MOST_MEGABYTES} MB of memory.`,
  );
