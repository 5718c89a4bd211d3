import { Module } from '@nestjs/common';
import { CatalogueModule } from './catalogue.module.js';
import { EntityController } from './http/entity.controller.js';
import { TopicController } from './http/topic.controller.js';

/** The catalogue over HTTP. */
@Module({ imports: [CatalogueModule], controllers: [EntityController, TopicController] })
export class CatalogueHttpModule {}
