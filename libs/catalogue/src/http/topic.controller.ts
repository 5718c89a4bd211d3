import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { topicInput, type TopicRow, targetRefOf } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import { z } from 'zod';
import { CatalogueRepository } from '../catalogue/catalogue.repository.js';
import { CatalogueEditor } from '../editing/catalogue-editor.service.js';
import { checkTopicQuery, type QueryProblem } from '../editing/check-topic-query.js';
import { CatalogueUsage } from '../usage/catalogue-usage.js';
import { itemRow } from './item-row.js';

const checkInput = z.object({ query: z.string().max(10_000) }).strict();

@Controller('catalogue/topics')
@Access('viewer')
export class TopicController {
  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly editor: CatalogueEditor,
    private readonly usage: CatalogueUsage,
  ) {}

  @Get()
  async all(): Promise<TopicRow[]> {
    const counts = await this.usage.counts();
    return (await this.catalogue.topics()).map((topic) => itemRow(topic, counts.get(targetRefOf('topic', topic.id))));
  }

  @Get(':id')
  async one(@Param('id') id: string): Promise<TopicRow> {
    const counts = await this.usage.counts();
    return itemRow(await this.editor.topic(id), counts.get(targetRefOf('topic', id)));
  }

  /** Tells while a person types whether a query can be read. */
  @Post('check')
  @HttpCode(200)
  @Access('viewer', 'read')
  check(@Body({ schema: checkInput }) { query }: z.output<typeof checkInput>): { error: QueryProblem | null } {
    return { error: checkTopicQuery(query) };
  }

  @Post()
  @Access('analyst', 'catalogue:write')
  async create(
    @Body({ schema: topicInput }) input: z.output<typeof topicInput>,
    @CurrentUser() by: Principal,
  ): Promise<TopicRow> {
    return itemRow(await this.editor.createTopic(input, { userId: by.userId, at: new Date() }), 0);
  }

  @Put(':id')
  @Access('analyst', 'catalogue:write')
  async change(
    @Param('id') id: string,
    @Body({ schema: topicInput }) input: z.output<typeof topicInput>,
    @CurrentUser() by: Principal,
  ): Promise<TopicRow> {
    const topic = await this.editor.changeTopic(id, input, { userId: by.userId, at: new Date() });
    return itemRow(topic, (await this.usage.counts()).get(targetRefOf('topic', id)));
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('analyst', 'catalogue:write')
  async remove(@Param('id') id: string, @CurrentUser() by: Principal): Promise<void> {
    await this.editor.removeTopic(id, { userId: by.userId, at: new Date() });
  }
}
