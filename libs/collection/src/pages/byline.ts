import { articleObjects, textOf } from './json-ld.js';
import { lineOf, type PageDocument } from './page-dom.js';
import { metaContent, type PageFacts } from './page-facts.js';

const LONGEST = 120;
const LEAD_IN =
  /^(?:by|von|par|por|di|door|af|text|written by|posted by|author|autor|auteur|autore|作者|文|记者|記者|撰文|本报记者)(?:[\s:：/|]{1,3}|(?<=\p{Script=Han}))/iu;
const NO_NAME =
  /^(?:admin|administrator|webmaster|redaktion|editor|author|unknown|none|null|undefined)$|https?:\/\/|@|^www\./i;
const CHINESE =
  /(?:作者|撰文|记者|記者|文)\s?[：:/｜|]\s?((?:\p{Script=Han}|·){2,12}(?:[\s、,，](?:\p{Script=Han}|·){2,4}){0,3})(?![\p{Script=Han}])/u;

/** Who wrote the article, names separated by commas; null when the page names nobody. */
export function byline(document: PageDocument, facts: PageFacts, lines: readonly string[]): string | null {
  return (
    named(structuredAuthors(facts)) ??
    named(
      metaContent(
        facts,
        'author',
        'article:author',
        'dc.creator',
        'dcterms.creator',
        'parsely-author',
        'byl',
        'sailthru.author',
      ),
    ) ??
    markedAuthor(document) ??
    named(CHINESE.exec(lines.slice(0, 3).join('\n').slice(0, 400))?.[1] ?? null)
  );
}

function structuredAuthors(facts: PageFacts): string | null {
  for (const object of articleObjects(facts.jsonLd)) {
    const authors = Array.isArray(object['author']) ? object['author'] : [object['author']];
    const names = authors.map(textOf).filter((name) => name !== null && named(name) !== null);
    if (names.length > 0) return [...new Set(names)].slice(0, 10).join(', ');
  }
  return null;
}

function markedAuthor(document: PageDocument): string | null {
  for (const selector of [
    '[itemprop~="author"]',
    '[rel~="author"]',
    '.byline',
    '.author-name',
    '.author',
    '.article-author',
  ]) {
    for (const element of document.querySelectorAll(selector)) {
      const name = named(lineOf(element) || element.getAttribute('content'));
      if (name !== null) return name;
      break;
    }
  }
  return null;
}

function named(text: string | null): string | null {
  const name = text?.replace(/\s+/g, ' ').trim().replace(LEAD_IN, '').trim() ?? '';
  return name === '' || name.length > LONGEST || NO_NAME.test(name) ? null : name;
}
