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
