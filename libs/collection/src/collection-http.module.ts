import { Module } from '@nestjs/common';
import { CollectionModule } from './collection.module.js';
import { FeedDiscoveryService } from './discovery/feed-discovery.service.js';
import { SourceTrialService } from './doors/source-trial.service.js';
import { WebhookController, WebhookKeyController } from './doors/webhook.controller.js';
import { WebhookService } from './doors/webhook.service.js';
import { ImportController } from './imports/import.controller.js';
import { SampleController } from './sample/sample.controller.js';
import { SourceController } from './sources/source.controller.js';
import { SubscriptionController } from './subscriptions/subscription.controller.js';
import { TakedownController } from './takedown/takedown.controller.js';

@Module({
  imports: [CollectionModule],
  // Before the sources' own routes, which take any word for an id.
  controllers: [
    SubscriptionController,
    SourceController,
    WebhookKeyController,
    WebhookController,
    ImportController,
    TakedownController,
    SampleController,
  ],
  providers: [WebhookService, SourceTrialService, FeedDiscoveryService],
})
export class CollectionHttpModule {}
