export { createLogger, type LogSettings } from './create-logger.js';
export { currentLogFields, type LogFields, withLogFields } from './log-context.js';
export { NestLogger } from './nest-logger.js';
