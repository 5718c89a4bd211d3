export * from './database/index.js';
export * from './embedded/index.js';
export * from './http/index.js';
export * from './queue/index.js';
export * from './settings/index.js';
