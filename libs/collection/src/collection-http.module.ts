import { Module } from '@nestjs/common';
import { CollectionModule } from './collection.module.js';
import { ImportController } from './imports/import.controller.js';
import { SampleController } from './sample/sample.controller.js';
import { SourceController } from './sources/source.controller.js';

@Module({
  imports: [CollectionModule],
  controllers: [SourceController, ImportController, SampleController],
})
export class CollectionHttpModule {}
