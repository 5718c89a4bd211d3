import { Module } from '@nestjs/common';
import { CatalogueModule } from '@timbre/catalogue';
import { CollectionModule } from '@timbre/collection';
import { CoverageModule } from '@timbre/coverage';
import { alertingProviders } from './alerting-providers.js';

/** Rules, alerts and notifications, without HTTP and workers. */
@Module({
  imports: [CatalogueModule, CollectionModule, CoverageModule],
  providers: [...alertingProviders],
  exports: [...alertingProviders],
})
export class AlertingModule {}
