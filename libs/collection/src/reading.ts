/** The pure part of the library: what documents of the web say, without Nest or a database. Loads in no time. */
export { parseFeedDate } from './dates/parse-feed-date.js';
export { decodeDocument, type DecodedDocument, type DecodeOptions } from './encoding/decode-document.js';
export type { Feed, FeedEntry, FeedFormat, FeedMedia, ParseFeedOptions } from './feeds/feed.js';
export { FeedError } from './feeds/feed-errors.js';
export { discoverFeeds, type DiscoveredFeed } from './feeds/discover-feeds.js';
export { htmlText } from './feeds/html-text.js';
export { type OpmlFeed, parseOpml, writeOpml } from './feeds/opml.js';
export { parseFeed } from './feeds/parse-feed.js';
export { sanitizeHtml } from './feeds/sanitize-html.js';
export { crawlDelay, isAllowed } from './robots/is-allowed.js';
export { parseRobots, type Robots } from './robots/parse-robots.js';
export { canonicalUrl, InvalidUrlError, type CanonicalUrlOptions } from './urls/canonical-url.js';
