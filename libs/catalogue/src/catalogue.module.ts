import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { loadDefaultCatalogue } from '@timbre/analysis';
import { CatalogueRepository } from './catalogue/catalogue.repository.js';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { CatalogueEditRepository } from './editing/catalogue-edit.repository.js';
import { CatalogueEditor } from './editing/catalogue-editor.service.js';
import { CatalogueSeeder } from './seeding/catalogue-seeder.service.js';
import { CatalogueUsage } from './usage/catalogue-usage.js';

/** Topics and entities: reading, editing, and the shipped catalogue, which is seeded at start. */
@Module({
  providers: [
    CatalogueRepository,
    CatalogueEditRepository,
    CatalogueService,
    CatalogueEditor,
    CatalogueSeeder,
    CatalogueUsage,
  ],
  exports: [CatalogueRepository, CatalogueService, CatalogueEditor, CatalogueUsage],
})
export class CatalogueModule implements OnApplicationBootstrap {
  constructor(private readonly seeder: CatalogueSeeder) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.seeder.seed(loadDefaultCatalogue(), new Date());
  }
}
