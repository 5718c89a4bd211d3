import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Controller, Get, Module, type OnModuleInit, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Access } from '../http/index.js';
import { EventBus } from './event-bus.js';
import { type NumberedEvent, RecentEvents } from './recent-events.js';

/** Proxies cut connections that are silent for a minute. */
const heartbeatMs = 20_000;
/** A stream ends after this long; the browser comes back and is asked again who it is. */
const longestMs = 15 * 60_000;
/** A reader this far behind is cut off; it comes back and looks at everything again. */
const mostBufferedBytes = 1_000_000;

/**
 * `GET /api/v1/events`: server-sent events. Each message is `{"type": …, "data": …}`; `{"type":"resync"}` tells the
 * browser to load everything again because events were missed.
 */
@Controller('events')
class EventsController implements OnModuleInit, BeforeApplicationShutdown {
  private readonly recent = new RecentEvents(randomUUID().slice(0, 8));
  private readonly streams = new Set<Response>();

  constructor(private readonly bus: EventBus) {}

  onModuleInit(): void {
    this.bus.subscribe((event) => {
      const numbered = this.recent.add(event);
      for (const stream of this.streams) this.send(stream, format(numbered));
    });
    setInterval(() => {
      for (const stream of this.streams) this.send(stream, ':\n\n');
    }, heartbeatMs).unref();
  }

  @Get()
  @Access('viewer')
  stream(@Req() request: Request, @Res() response: Response): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    response.write('retry: 2000\n\n');
    const lastId = request.get('last-event-id');
    if (lastId !== undefined) this.catchUp(response, lastId);
    this.streams.add(response);
    const end = setTimeout(() => response.end(), longestMs);
    response.once('close', () => {
      clearTimeout(end);
      this.streams.delete(response);
    });
  }

  beforeApplicationShutdown(): void {
    for (const stream of this.streams) stream.end();
  }

  private catchUp(response: Response, lastId: string): void {
    const missed = this.recent.since(lastId);
    if (missed === null) response.write('data: {"type":"resync"}\n\n');
    else for (const event of missed) response.write(format(event));
  }

  private send(stream: Response, text: string): void {
    if (stream.writableLength > mostBufferedBytes) stream.destroy();
    else stream.write(text);
  }
}

const format = ({ id, event }: NumberedEvent): string => `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`;

@Module({ controllers: [EventsController] })
export class EventsHttpModule {}
