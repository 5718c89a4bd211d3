import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { entityInput, type EntityRow, targetRefOf } from '@timbre/contracts';
import { Access, CurrentUser, type Principal } from '@timbre/platform';
import type { z } from 'zod';
import { CatalogueRepository } from '../catalogue/catalogue.repository.js';
import { CatalogueEditor } from '../editing/catalogue-editor.service.js';
import { CatalogueUsage } from '../usage/catalogue-usage.js';
import { itemRow } from './item-row.js';

@Controller('catalogue/entities')
@Access('viewer')
export class EntityController {
  constructor(
    private readonly catalogue: CatalogueRepository,
    private readonly editor: CatalogueEditor,
    private readonly usage: CatalogueUsage,
  ) {}

  @Get()
  async all(): Promise<EntityRow[]> {
    const counts = await this.usage.counts();
    return (await this.catalogue.entities()).map((entity) =>
      itemRow(entity, counts.get(targetRefOf('entity', entity.id))),
    );
  }

  @Get(':id')
  async one(@Param('id') id: string): Promise<EntityRow> {
    const counts = await this.usage.counts();
    return itemRow(await this.editor.entity(id), counts.get(targetRefOf('entity', id)));
  }

  @Post()
  @Access('analyst', 'catalogue:write')
  async create(
    @Body({ schema: entityInput }) input: z.output<typeof entityInput>,
    @CurrentUser() by: Principal,
  ): Promise<EntityRow> {
    return itemRow(await this.editor.createEntity(input, { userId: by.userId, at: new Date() }), 0);
  }

  @Put(':id')
  @Access('analyst', 'catalogue:write')
  async change(
    @Param('id') id: string,
    @Body({ schema: entityInput }) input: z.output<typeof entityInput>,
    @CurrentUser() by: Principal,
  ): Promise<EntityRow> {
    const entity = await this.editor.changeEntity(id, input, { userId: by.userId, at: new Date() });
    return itemRow(entity, (await this.usage.counts()).get(targetRefOf('entity', id)));
  }

  @Delete(':id')
  @HttpCode(204)
  @Access('analyst', 'catalogue:write')
  async remove(@Param('id') id: string, @CurrentUser() by: Principal): Promise<void> {
    await this.editor.removeEntity(id, { userId: by.userId, at: new Date() });
  }
}
