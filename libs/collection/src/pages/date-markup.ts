import type { PageElement } from './page-dom.js';

/** What the markup of an element says of the date in it. */
export type DateRole = 'published' | 'modified' | 'plain';

const DATE_WORD =
  /(?:^|[\s_-])(?:dates?|pubdate|pub|published|publish|publishtime|pubtime|posted|postdate|entrydate|time|timestamp|datetime|timedata|datum|fecha|data|meta|postmeta|byline|dateline|created|authored|info|article-info|submitted|source|author|laiyuan|shijian)(?:$|[\s_-])|(?:date|time|datum|info|timestamp)$/i;
const PUBLISHED_WORD = /publi[sc]|pubdate|pub-?time|entry-?date|post-?date|posted|created|erstellt|veroeffentlicht/i;
const MODIFIED_WORD = /updat|modif|edited|geaendert|aktualisiert|last-?change/i;
const PUBLISHED_PROPERTY = /(?:^|[\s:])(?:datePublished|dateCreated|created|issued)(?:$|\s)/i;
const MODIFIED_PROPERTY = /(?:^|[\s:])(?:dateModified|modified)(?:$|\s)/i;
const LONGEST_NAMES = 500;

/** Whether an element's tag, properties or names say that it holds a date. */
export function isDateElement(element: PageElement): boolean {
  if (element.localName === 'time' || element.hasAttribute('pubdate')) return true;
  const properties = propertiesOf(element);
  if (properties !== '' && (PUBLISHED_PROPERTY.test(properties) || MODIFIED_PROPERTY.test(properties))) return true;
  const names = namesOf(element);
  return names.length > 2 && names.length < LONGEST_NAMES && DATE_WORD.test(names);
}

/** Which of the article's dates the element holds, if it says. */
export function dateRole(element: PageElement): DateRole {
  const properties = propertiesOf(element);
  if (PUBLISHED_PROPERTY.test(properties) || element.hasAttribute('pubdate')) return 'published';
  if (MODIFIED_PROPERTY.test(properties)) return 'modified';
  const names = namesOf(element).slice(0, LONGEST_NAMES);
  if (PUBLISHED_WORD.test(names)) return 'published';
  return MODIFIED_WORD.test(names) ? 'modified' : 'plain';
}

/** Whether the element is marked with a property of the article, not only named so. */
export const hasDateProperty = (element: PageElement): boolean =>
  element.hasAttribute('pubdate') || PUBLISHED_PROPERTY.test(propertiesOf(element));

const propertiesOf = (element: PageElement): string =>
  `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`.trim();

const namesOf = (element: PageElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.trim();
