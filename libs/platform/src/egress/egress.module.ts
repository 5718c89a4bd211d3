import { type DynamicModule, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Settings } from '../settings/index.js';
import { EgressClient } from './egress-client.js';

export type EgressSettings = Pick<Settings, 'egressAllow' | 'egressPorts' | 'egressProxy' | 'userAgent'>;

/** The guarded client as the settings want it. */
export function createEgressClient(settings: EgressSettings): EgressClient {
  const { egressAllow: allow, egressPorts: ports, egressProxy: proxy, userAgent } = settings;
  return new EgressClient({ allow, ports, proxy, userAgent });
}

@Module({})
export class EgressModule implements OnApplicationShutdown {
  constructor(@Inject(EgressClient) private readonly client: EgressClient) {}

  static forRoot(settings: EgressSettings): DynamicModule {
    return {
      module: EgressModule,
      global: true,
      providers: [{ provide: EgressClient, useFactory: () => createEgressClient(settings) }],
      exports: [EgressClient],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
  }
}
