export * from './catalogue.js';
export * from './reading.js';
export * from './sentiment-label.js';
export * from './span.js';
