export {
  EgressClient,
  type EgressOptions,
  type EgressRedirect,
  type EgressRequest,
  type EgressResponse,
} from './egress-client.js';
export { EgressError, type EgressErrorCode } from './egress-error.js';
export { isPublicAddress } from './egress-policy.js';
export { createEgressClient, EgressModule } from './egress.module.js';
export { CreateHostTurn1795000000002 } from './host-turn-schema.migration.js';
export { HostTurnRepository } from './host-turn.repository.js';
export { HOST_TURNS, type HostTurns, type TurnTerms } from './host-turns.js';
export { InProcessHostTurns } from './in-process-host-turns.js';
export { RedisHostTurns } from './redis-host-turns.js';
