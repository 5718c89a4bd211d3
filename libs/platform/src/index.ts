export * from './database/index.js';
export * from './embedded/index.js';
export * from './settings/index.js';
