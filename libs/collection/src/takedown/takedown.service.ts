import { Inject, Injectable } from '@nestjs/common';
import { EventBus } from '@timbre/platform';
import { ARTICLE_COUNTS, type ArticleCounts } from '../intake/article-counts.port.js';
import { ARTICLE_INTAKE, type ArticleIntake } from '../intake/article-intake.port.js';
import { TakedownRepository } from './takedown.repository.js';

interface TakedownWatcher {
  signal: AbortSignal;
  progress(done: number, total?: number | null, message?: string): Promise<void>;
}

/**
 * Deletes an outlet everywhere: its articles with all that was read in them, and what was announced of it. It is kept
 * out at every door until an administrator ends the takedown.
 */
@Injectable()
export class Takedown {
  constructor(
    private readonly takedowns: TakedownRepository,
    private readonly events: EventBus,
    @Inject(ARTICLE_INTAKE) private readonly intake: ArticleIntake,
    @Inject(ARTICLE_COUNTS) private readonly counts: ArticleCounts,
  ) {}

  /** May be run again after a crash. @returns how many articles this run deleted */
  async run(outlet: string, { signal, progress }: TakedownWatcher): Promise<number> {
    const ids = await this.takedowns.sourcesOf(outlet);
    await this.takedowns.keepOut(outlet, new Date());
    await this.takedowns.switchOff(ids);
    // What waits must not become articles behind the deletion's back.
    await this.takedowns.forgetEntries(ids, outlet);
    const counts = await this.counts.bySource();
    const total = ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
    await progress(0, total);
    let removed = 0;
    for (const id of ids) {
      const before = removed;
      removed += await this.intake.removeSources([id], async (done) => {
        await progress(before + done, Math.max(total, before + done));
        return !signal.aborted;
      });
    }
    // Again, for a poll that was under way.
    if (!signal.aborted) await this.takedowns.forgetEntries(ids, outlet);
    for (const id of ids) await this.events.publish('source.changed', { sourceId: id });
    await this.events.publish('articles.removed', { articles: removed });
    return removed;
  }
}
