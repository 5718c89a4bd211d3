import { articleObjects, textOf } from './json-ld.js';
import { markupHint } from './markup-hints.js';
import { lineOf, type PageDocument, type PageElement } from './page-dom.js';
import type { PageFacts } from './page-facts.js';
import { type DateReading, type PageDate, relativeDate, statedDate, visibleDate } from './visible-date.js';

/** Names under which pages state when they were published, surest first. */
export const PUBLISHED =
  `article:published_time og:article:published_time og:published_time article:published datepublished
  bt:pubdate publish_date publishdate publish-date published_time pubdate pub_date parsely-pub-date sailthru.date
  dc.date.issued dcterms.issued dcterms.created dc.date.created dc.created article.published article.created
  cxenseparse:recs:publishtime cxenseparse:publishtime rnews:datepublished publication_date citation_publication_date
  originalpublicationdate displaydate article_date_original og:pubdate weibo:article:create_at weibo:webpage:create_at
  publishtime releasedate firstpublishedtime publisheddate created datecreated date dc.date dcterms.date date.issued`.split(
    /\s+/,
  );
export const MODIFIED =
  `article:modified_time og:updated_time article:modified datemodified dateupdate dcterms.modified lastmod
  last-modified modified_date revised weibo:article:update_at last_updated_date og:modified_time`.split(/\s+/);

const DATE_NAME =
  /(?:^|[\s_-])(?:date|dates|pubdate|pub|published|publish|publishtime|pubtime|posted|postdate|entrydate|time|timestamp|datetime|datum|fecha|meta|postmeta|byline|dateline|created|info|article-info|submitted|source|author|laiyuan|shijian)(?:$|[\s_-])|(?:date|time|datum|info)$/i;
const LABEL =
  /(?:发布时间|发布日期|发表时间|发布于|发表于|发表日期|時間|时间|日期|發佈|發表|published(?: on)?|posted(?: on)?|publication date|date published|first published|veröffentlicht(?: am)?|erstellt(?: am)?|publiziert(?: am)?|publié(?:e)? le|mis en ligne le|publicado(?: el| em)?|pubblicato(?: il)?|opublikowano|dodano|geplaatst(?: op)?|gepubliceerd(?: op)?)\s{0,3}[:：]?\s{0,3}/giu;
const MODIFIED_LABEL =
  /(?:updated|modified|aktualisiert|geändert|mis à jour|modifié|actualizado|atualizado|aggiornato|更新|修改|edited|bearbeitet)[^\d]{0,25}$/i;
const SCRIPT_DATE =
  /["']?(?:pub(?:lish(?:ed)?)?_?(?:time|date|at|on)|datePublished|createTime|create_time|ptime|post_?date|ct)["']?\s{0,3}[:=]\s{0,3}["']?((?:19|20)\d\d-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,3})?(?:Z|[+-]\d\d:?\d\d)?)?|1[0-9]{9}(?:\d{3})?)["',;\s}]/i;
const MOST_ELEMENTS = 4000;
const MOST_SCRIPT = 300_000;

export function structuredDate({ jsonLd }: PageFacts, property: string, reading: DateReading): PageDate | null {
  for (const object of articleObjects(jsonLd)) {
    const date = statedDate(textOf(object[property]), reading);
    if (date) return date;
  }
  return null;
}

export function metaDate({ meta }: PageFacts, names: readonly string[], reading: DateReading): PageDate | null {
  for (const name of names) {
    for (const content of meta.get(name) ?? []) {
      const date = statedDate(content, reading);
      if (date) return date;
    }
  }
  return null;
}

export function microdataDate(document: PageDocument, reading: DateReading): PageDate | null {
  for (const element of document.querySelectorAll(
    '[itemprop~="datePublished"],[property~="datePublished"],[pubdate]',
  )) {
    const date = elementDate(element, reading);
    if (date && !isInFurniture(element)) return date;
  }
  return null;
}

export function timeElement(document: PageDocument, reading: DateReading): PageDate | null {
  const found: { date: PageDate; sure: boolean }[] = [];
  for (const element of document.getElementsByTagName('time')) {
    if (found.length > 20) break;
    const date = elementDate(element, reading);
    if (!date || isInFurniture(element)) continue;
    const names = `${element.getAttribute('class') ?? ''} ${element.parentElement?.getAttribute('class') ?? ''}`;
    const updated = /updat|modif/i.test(element.getAttribute('class') ?? '') && !/publish/i.test(names);
    if (!updated) found.push({ date, sure: /publish|entry-date|post-date|pubdate/i.test(names) });
  }
  return (found.find(({ sure }) => sure) ?? found[0])?.date ?? null;
}

function elementDate(element: PageElement, reading: DateReading): PageDate | null {
  const stated = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title');
  const text = lineOf(element);
  return (
    statedDate(stated, reading) ??
    (text.length < 80 ? (visibleDate(text, reading) ?? relativeDate(text, reading)) : null)
  );
}

/** Elements whose class or id says date, time or byline. */
export function namedElement(document: PageDocument, reading: DateReading): PageDate | null {
  let looked = 0;
  for (const element of document.querySelectorAll(
    'span,div,p,em,i,small,li,abbr,td,h2,h3,h4,h5,h6,a,font,strong,header,ul',
  )) {
    if ((looked += 1) > MOST_ELEMENTS) break;
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (names.length < 3 || !DATE_NAME.test(names)) continue;
    const text = lineOf(element);
    if (text.length > 200 || text.length < 2) continue;
    const date = publishedIn(text, reading) ?? relativeDate(text, reading);
    if (date && !isInFurniture(element)) return date;
  }
  return null;
}

/** The first date in a short text that is not called the date of a change. */
function publishedIn(text: string, reading: DateReading): PageDate | null {
  const date = visibleDate(text, reading);
  if (!date) return null;
  const before = text.slice(0, text.search(/\d/));
  return MODIFIED_LABEL.test(before) ? null : date;
}

export function labelledDate(shown: string, reading: DateReading): PageDate | null {
  const text = shown.slice(0, 60_000);
  let tried = 0;
  for (const match of text.matchAll(LABEL)) {
    if ((tried += 1) > 100) break;
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 60);
    const date = /^\D{0,15}\d/.test(behind) ? visibleDate(behind, reading) : null;
    if (date && behind.search(/\d/) <= 15) return date;
  }
  return null;
}

/** A date close below or above the first heading. */
export function dateByHeading(document: PageDocument, reading: DateReading): PageDate | null {
  const heading = document.querySelector('h1');
  for (
    let around = heading?.parentElement ?? null, level = 0;
    around && level < 3;
    around = around.parentElement, level += 1
  ) {
    const text = lineOf(around);
    if (around.localName === 'body') break;
    const title = lineOf(heading);
    const at = text.indexOf(title);
    const date = at < 0 ? null : publishedIn(text.slice(at + title.length, at + title.length + 150), reading);
    if (date) return date;
  }
  return null;
}

export function scriptDate(document: PageDocument, reading: DateReading): PageDate | null {
  let left = MOST_SCRIPT;
  for (const script of document.getElementsByTagName('script')) {
    if (left <= 0) break;
    if (/json/i.test(script.getAttribute('type') ?? '')) continue;
    const source = script.textContent ?? '';
    left -= source.length;
    const match = SCRIPT_DATE.exec(source.slice(0, MOST_SCRIPT));
    const date = match ? statedDate(match[1], reading) : null;
    if (date) return date;
  }
  return null;
}

/** Whether an element stands in a side column, a comment or a list of other articles. */
function isInFurniture(element: PageElement): boolean {
  let around: PageElement | null = element;
  for (let level = 0; around && level < 12; around = around.parentElement, level += 1) {
    if (around.localName === 'body' || around.localName === 'html') return false;
    if (around.localName === 'footer' && around.parentElement?.localName === 'article') continue;
    if (markupHint(around) === 'furniture') return true;
  }
  return false;
}
