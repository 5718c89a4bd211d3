import { Injectable } from '@nestjs/common';
import {
  type CatalogueEntity,
  type CatalogueTopic,
  type EntityInput,
  targetRef,
  targetRefOf,
  type TopicInput,
} from '@timbre/contracts';
import { Database, EventBus, InvalidInputError, NotFoundError } from '@timbre/platform';
import { CatalogueRepository, type ItemFacts, withoutFacts } from '../catalogue/catalogue.repository.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { type CatalogueEdit, CatalogueEditRepository } from './catalogue-edit.repository.js';
import { ItemExistsError } from './catalogue-errors.js';
import { checkTopicQuery } from './check-topic-query.js';
import { itemId } from './item-id.js';

/** Who edits and when. */
interface EditContext {
  userId: string | null;
  at: Date;
}

/** Changes topics and entities. Each edit makes a new version of the catalogue and tells everyone. */
@Injectable()
export class CatalogueEditor {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueRepository,
    private readonly edits: CatalogueEditRepository,
    private readonly service: CatalogueService,
    private readonly events: EventBus,
  ) {}

  async createEntity(input: EntityInput, by: EditContext): Promise<CatalogueEntity & ItemFacts> {
    const entity = { ...input, id: input.id ?? itemId(input.names.en) };
    checkId('entity', entity.id);
    await this.edit('entity', by, async () => {
      if ((await this.catalogue.findEntity(entity.id)) !== null) throw new ItemExistsError('entity', entity.id);
      return { itemId: entity.id, action: 'created', before: null, after: entity };
    });
    return this.entity(entity.id);
  }

  async changeEntity(id: string, input: EntityInput, by: EditContext): Promise<CatalogueEntity & ItemFacts> {
    await this.edit('entity', by, async () => {
      const before = await this.entity(id);
      return { itemId: id, action: 'changed', before: withoutFacts(before), after: { ...input, id } };
    });
    return this.entity(id);
  }

  async removeEntity(id: string, by: EditContext): Promise<void> {
    await this.edit('entity', by, async () => {
      const before = await this.entity(id);
      return { itemId: id, action: 'removed', before: withoutFacts(before), after: null };
    });
  }

  async createTopic(input: TopicInput, by: EditContext): Promise<CatalogueTopic & ItemFacts> {
    const topic = { ...input, id: input.id ?? itemId(input.names.en) };
    checkId('topic', topic.id);
    requireReadable(topic.query);
    await this.edit('topic', by, async () => {
      if ((await this.catalogue.findTopic(topic.id)) !== null) throw new ItemExistsError('topic', topic.id);
      return { itemId: topic.id, action: 'created', before: null, after: topic };
    });
    return this.topic(topic.id);
  }

  async changeTopic(id: string, input: TopicInput, by: EditContext): Promise<CatalogueTopic & ItemFacts> {
    requireReadable(input.query);
    await this.edit('topic', by, async () => {
      const before = await this.topic(id);
      return { itemId: id, action: 'changed', before: withoutFacts(before), after: { ...input, id } };
    });
    return this.topic(id);
  }

  async removeTopic(id: string, by: EditContext): Promise<void> {
    await this.edit('topic', by, async () => {
      const before = await this.topic(id);
      return { itemId: id, action: 'removed', before: withoutFacts(before), after: null };
    });
  }

  /** @throws NotFoundError */
  async entity(id: string): Promise<CatalogueEntity & ItemFacts> {
    const entity = await this.catalogue.findEntity(id);
    if (entity === null) throw new NotFoundError('entity', id);
    return entity;
  }

  /** @throws NotFoundError */
  async topic(id: string): Promise<CatalogueTopic & ItemFacts> {
    const topic = await this.catalogue.findTopic(id);
    if (topic === null) throw new NotFoundError('topic', id);
    return topic;
  }

  private async edit(
    kind: CatalogueEdit['kind'],
    { userId, at }: EditContext,
    decide: () => Promise<Omit<CatalogueEdit, 'kind' | 'userId'>>,
  ): Promise<void> {
    const version = await this.database.transaction(async () => {
      await this.edits.lock();
      const edit = await decide();
      const number = await this.edits.record({ ...edit, kind, userId }, at);
      if (edit.after === null) await this.edits.remove(kind, edit.itemId);
      else if ('query' in edit.after) await this.edits.saveTopic(edit.after, false, number, at);
      else await this.edits.saveEntity(edit.after, false, number, at);
      return number;
    });
    this.service.forget();
    await this.events.publish('catalogue.changed', { version });
  }
}

function checkId(kind: 'entity' | 'topic', id: string): void {
  if (!targetRef.safeParse(targetRefOf(kind, id)).success) {
    throw new InvalidInputError([{ path: 'id', message: 'may hold letters, digits, "_", "." and "-" only' }]);
  }
}

function requireReadable(query: string): void {
  const problem = checkTopicQuery(query);
  if (problem !== null) throw new InvalidInputError([{ path: 'query', message: problem.message }]);
}
