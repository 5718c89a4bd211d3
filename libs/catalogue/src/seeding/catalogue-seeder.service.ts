import { Injectable } from '@nestjs/common';
import type { Catalogue } from '@timbre/contracts';
import { Database, EventBus } from '@timbre/platform';
import { CatalogueRepository } from '../catalogue/catalogue.repository.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { CatalogueEditRepository } from '../editing/catalogue-edit.repository.js';
import { planSeed } from './plan-seed.js';

/** Puts the shipped catalogue into the database and keeps untouched items up to date with new releases. */
@Injectable()
export class CatalogueSeeder {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueRepository,
    private readonly edits: CatalogueEditRepository,
    private readonly service: CatalogueService,
    private readonly events: EventBus,
  ) {}

  /** @returns how many items were written; 0 when all are there. */
  async seed(shipped: Catalogue, at: Date): Promise<number> {
    const written = await this.database.transaction(async () => {
      await this.edits.lock();
      const { catalogue: stored } = await this.catalogue.load();
      const plan = planSeed(shipped, stored, await this.edits.lastEdits());
      const edit = { action: 'seeded' as const, userId: null, before: null };
      for (const entity of plan.entities) {
        const number = await this.edits.record({ ...edit, kind: 'entity', itemId: entity.id, after: entity }, at);
        await this.edits.saveEntity(entity, true, number, at);
      }
      for (const topic of plan.topics) {
        const number = await this.edits.record({ ...edit, kind: 'topic', itemId: topic.id, after: topic }, at);
        await this.edits.saveTopic(topic, true, number, at);
      }
      return plan.entities.length + plan.topics.length;
    });
    if (written > 0) {
      this.service.forget();
      await this.events.publish('catalogue.changed', { version: await this.catalogue.version() });
    }
    return written;
  }
}
