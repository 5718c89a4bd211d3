export * from './settings/index.js';
