import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { EventBus } from '@timbre/platform';
import type { ReadOutcome } from './article-reader.service.js';

/** Browsers hear of new readings at most this often per worker. */
const quietMs = 1_000;

/** Tells browsers how many articles were read and from which stretch of time, not one by one. */
@Injectable()
export class ReadingNews implements OnApplicationShutdown {
  private pending = { articles: 0, from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly events: EventBus) {}

  async tell({ read, from, to }: ReadOutcome): Promise<void> {
    if (read === 0) return;
    this.pending = {
      articles: this.pending.articles + read,
      from: Math.min(this.pending.from, from?.getTime() ?? Number.POSITIVE_INFINITY),
      to: Math.max(this.pending.to, to?.getTime() ?? Number.NEGATIVE_INFINITY),
    };
    if (this.timer !== undefined) return;
    // The first news goes at once, what follows within the quiet time goes together at its end.
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.flush();
    }, quietMs);
    await this.flush();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.flush();
  }

  private async flush(): Promise<void> {
    const { articles, from, to } = this.pending;
    if (articles === 0) return;
    this.pending = { articles: 0, from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
    await this.events.publish('readings.new', {
      articles,
      ...(Number.isFinite(from) ? { from: new Date(from).toISOString(), to: new Date(to).toISOString() } : {}),
    });
  }
}
