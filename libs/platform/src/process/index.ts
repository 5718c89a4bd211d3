export { explainListenError, PortTakenError } from './port-taken.js';
export { runService, type RunningService } from './run-service.js';
export { type ServiceMessage, serviceMessage } from './service-message.js';
