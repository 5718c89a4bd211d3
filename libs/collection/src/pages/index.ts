/** Articles out of HTML pages, without Nest or a database. */
export { extractPage } from './extract-page.js';
export type { ExtractedPage, ExtractPageOptions } from './extracted-page.js';
