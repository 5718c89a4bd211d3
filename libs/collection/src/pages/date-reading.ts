import type { PageDocument } from './page-dom.js';
import { metaContent, type PageFacts } from './page-facts.js';
import type { DateReading } from './visible-date.js';

const CHINA = 480;

/** How the page's dates are to be read: Chinese pages mean Chinese time, and only Americans put the month first. */
export function dateReading(document: PageDocument, facts: PageFacts, now: Date | undefined): DateReading {
  const lang = (
    document.querySelector('html')?.getAttribute('lang') ??
    metaContent(facts, 'og:locale', 'content-language') ??
    ''
  )
    .toLowerCase()
    .replaceAll('_', '-');
  const beginning = (document.querySelector('title')?.textContent ?? '').slice(0, 300);
  const chinese =
    lang.startsWith('zh') ||
    (!/^(?:ja|ko)/.test(lang) && /\p{Script=Han}{2}/u.test(beginning) && !/[\u3041-\u30ff]/.test(beginning));
  return { defaultOffset: chinese ? CHINA : 0, dayFirst: dayFirst(lang), now };
}

function dayFirst(lang: string): boolean | null {
  if (lang === '' || lang === 'en') return null;
  return !/^en-(?:us|ph)\b/.test(lang);
}
