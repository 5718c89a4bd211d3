import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Database } from '../database/index.js';
import { openRedis, type RedisClient } from '../queue/redis-client.js';
import type { Settings } from '../settings/index.js';
import { EgressClient } from './egress-client.js';
import { HOST_TURNS } from './host-turns.js';
import { HostTurnRepository } from './host-turn.repository.js';
import { InsuredHostTurns } from './insured-host-turns.js';
import { RedisHostTurns } from './redis-host-turns.js';
import { userAgentOf } from './user-agent.js';

export type EgressSettings = Pick<
  Settings,
  'egressAllow' | 'egressPorts' | 'egressProxy' | 'egressHttp2' | 'egressTimeoutMs' | 'userAgent' | 'publicUrl'
>;
type TurnSettings = Pick<Settings, 'redisUrl' | 'redisCluster' | 'queuePrefix'>;

/** The guarded client as the settings want it. */
export function createEgressClient(settings: EgressSettings): EgressClient {
  const {
    egressAllow: allow,
    egressPorts: ports,
    egressProxy: proxy,
    egressHttp2: http2,
    egressTimeoutMs: timeoutMs,
  } = settings;
  return new EgressClient({ allow, ports, proxy, http2, timeoutMs, userAgent: userAgentOf(settings) });
}

const TURN_REDIS = Symbol('redis of the host turns');

@Module({})
export class EgressModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(EgressClient) private readonly client: EgressClient,
    @Inject(TURN_REDIS) private readonly redis: RedisClient | null,
    private readonly database: Database,
  ) {}

  static forRoot(settings: EgressSettings & TurnSettings): DynamicModule {
    const { redisUrl: url, redisCluster: cluster, queuePrefix } = settings;
    return {
      module: EgressModule,
      global: true,
      providers: [
        { provide: EgressClient, useFactory: () => createEgressClient(settings) },
        { provide: TURN_REDIS, useFactory: () => (url === undefined ? null : openRedis({ url, cluster })) },
        {
          provide: HOST_TURNS,
          inject: [TURN_REDIS, Database],
          useFactory: (redis: RedisClient | null, database: Database) =>
            new InsuredHostTurns(redis ? new RedisHostTurns(redis, queuePrefix) : new HostTurnRepository(database)),
        },
      ],
      exports: [EgressClient, HOST_TURNS],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.redis === null) await new HostTurnRepository(this.database).forgetIdle();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.client.close();
    this.redis?.disconnect();
  }
}
