import { articleObjects, textOf } from './json-ld.js';
import type { PageDocument } from './page-dom.js';
import type { DateReading, PageDate } from './page-date.js';
import type { PageFacts } from './page-facts.js';
import { statedDate } from './visible-date.js';

const namesOf = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Names of meta elements that state the day of publication, surest first. */
const PUBLISHED = namesOf(`
  article:published_time og:article:published_time og:published_time article:published datepublished bt:pubdate
  publish_date publishdate publish-date published_time published-date published_date pubdate pub_date parsely-pub-date
  sailthru.date dc.date.issued dcterms.issued article.published cxenseparse:recs:publishtime cxenseparse:publishtime
  rnews:datepublished publication_date publication-date publicationdate citation_publication_date citation_online_date
  originalpublicationdate displaydate article_date_original og:pubdate weibo:article:create_at weibo:webpage:create_at
  publishtime releasedate release_date firstpublishedtime publisheddate dateissued vr:published_time
  iso-8601-publish-date og:time article:post_date blogger-post-date ptime pubtime news_publishtime`);
/** Names under which some systems state the day of publication and others that of the last change. */
const GENERAL = namesOf(`
  dcterms.created dc.date.created dc.created article.created created datecreated date dc.date dcterms.date date.issued
  search.date article:date cleardate`);
const MODIFIED = namesOf(`
  article:modified_time og:updated_time article:modified datemodified dateupdate dc.date.modified dcterms.modified lastmod
  last-modified modified_date revised weibo:article:update_at last_updated_date og:modified_time updated_time
  cxenseparse:modifiedtime`);

const SCRIPT_DATE =
  /["']?(?:pub(?:lish(?:ed|ing)?)?_?(?:time|date|at|on)|datePublished|createTime|create_time|ptime|post_?date|\bct)["']?\s{0,3}[:=,]\s{0,3}["']?((?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}(?:[T ]\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,3})?(?:Z|[+-]\d\d:?\d\d)?)?|1[0-9]{9}(?:\d{3})?)["',;\s}]/gi;
const MOST_SCRIPT = 1_000_000;
const MOST_MATCHES = 20;

/** What a page's data state of its dates. */
export interface StatedDates {
  structured: PageDate | null;
  meta: PageDate | null;
  general: PageDate | null;
  script: PageDate | null;
  created: PageDate | null;
  modified: PageDate | null;
}

/** Reads JSON-LD, meta elements and the variables of scripts. */
export function statedDates(document: PageDocument, facts: PageFacts, reading: DateReading): StatedDates {
  return {
    structured: structuredDate(facts, 'datePublished', reading),
    meta: metaDate(facts, PUBLISHED, reading),
    general: metaDate(facts, GENERAL, reading),
    script: scriptDate(document, reading),
    created: structuredDate(facts, 'dateCreated', reading) ?? structuredDate(facts, 'uploadDate', reading),
    modified: structuredDate(facts, 'dateModified', reading) ?? metaDate(facts, MODIFIED, reading),
  };
}

function structuredDate({ jsonLd }: PageFacts, property: string, reading: DateReading): PageDate | null {
  for (const object of articleObjects(jsonLd)) {
    const date = statedDate(textOf(object[property]), reading);
    if (date) return date;
  }
  return null;
}

function metaDate({ meta }: PageFacts, names: readonly string[], reading: DateReading): PageDate | null {
  for (const name of names) {
    for (const content of meta.get(name) ?? []) {
      const date = statedDate(content, reading);
      if (date) return date;
    }
  }
  return null;
}

/** The date that the page's scripts hold; none when they hold several, as lists of articles do. */
function scriptDate(document: PageDocument, reading: DateReading): PageDate | null {
  let left = MOST_SCRIPT;
  const found: PageDate[] = [];
  for (const script of document.getElementsByTagName('script')) {
    if (left <= 0 || found.length >= MOST_MATCHES) break;
    if (/json/i.test(script.getAttribute('type') ?? '')) continue;
    const source = script.textContent ?? '';
    for (const match of source.slice(0, left).matchAll(SCRIPT_DATE)) {
      const date = statedDate(match[1], reading);
      if (date) found.push(date);
      if (found.length >= MOST_MATCHES) break;
    }
    left -= source.length;
  }
  const days = new Set(found.map(({ instant }) => Math.floor(instant.getTime() / 86_400_000)));
  return days.size <= 2 ? (found[0] ?? null) : null;
}
