import { type DynamicModule, Module } from '@nestjs/common';
import { AlertingHttpModule } from '@timbre/alerting';
import { CatalogueHttpModule } from '@timbre/catalogue';
import { CollectionHttpModule } from '@timbre/collection';
import { CoverageHttpModule } from '@timbre/coverage';
import { IdentityModule } from '@timbre/identity';
import { type PlatformOptions, PlatformModules } from '@timbre/platform';
import { ReportingHttpModule } from '@timbre/reporting';

/** The HTTP process: the platform, the guard, and what each feature shows over HTTP. */
@Module({})
export class ApiModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ...PlatformModules.core(options, 'timbre api'),
        ...PlatformModules.http(options),
        IdentityModule,
        CatalogueHttpModule,
        CollectionHttpModule,
        CoverageHttpModule,
        AlertingHttpModule,
        ReportingHttpModule,
      ],
    };
  }
}
