import * as alerts from './alerts.js';
import * as articleGneZh from './article-gne-zh.js';
import * as articleTrafilatura from './article-trafilatura.js';
import * as attackBombs from './attack-bombs.js';
import * as attackLists from './attack-lists.js';
import * as dedupeZyte from './dedupe-zyte.js';
import * as encodingsZh from './encodings-zh.js';
import * as feedDates from './feed-dates.js';
import * as feedsFeedparser from './feeds-feedparser.js';
import * as feedsGofeed from './feeds-gofeed.js';
import * as feedsW3c from './feeds-w3c.js';
import * as inputBlns from './input-blns.js';
import * as robotsGoogle from './robots-google.js';
import * as urlClearurls from './url-clearurls.js';
import * as webhooksStandard from './webhooks-standard.js';
import type { Suite } from './suite.js';

/** All suites that have a runner. */
export const suites: readonly Suite[] = [
  feedsFeedparser,
  feedsW3c,
  feedsGofeed,
  feedDates,
  encodingsZh,
  urlClearurls,
  robotsGoogle,
  attackLists,
  attackBombs,
  inputBlns,
  dedupeZyte,
  articleTrafilatura,
  articleGneZh,
  alerts,
  webhooksStandard,
];
