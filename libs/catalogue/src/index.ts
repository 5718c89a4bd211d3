import type { MigrationClass } from '@timbre/platform';
import { CreateCatalogue1795200000000 } from './migrations/1795200000000-create-catalogue.js';

export { CatalogueHttpModule } from './catalogue-http.module.js';
export { CatalogueModule } from './catalogue.module.js';
export { CatalogueService, type CurrentCatalogue } from './catalogue/catalogue.service.js';
export { checkTopicQuery } from './editing/check-topic-query.js';
export { CatalogueUsage } from './usage/catalogue-usage.js';

/** The catalogue's tables. */
export const catalogueMigrations: MigrationClass[] = [CreateCatalogue1795200000000];
