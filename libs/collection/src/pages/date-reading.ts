import { countryOf, zoneOfCountry } from './local-zone.js';
import type { DateReading } from './page-date.js';
import type { PageDocument } from './page-dom.js';
import { metaContent, type PageFacts } from './page-facts.js';

/** Countries that write the month first, and those that do it in one of their languages. */
const MONTH_FIRST = new Set(['us', 'ph']);
const UNDECIDED = new Set(['ca', 'ke', 'my']);

/** How the page's dates are to be read: in the time of its country, and only Americans put the month first. */
export function dateReading(
  document: PageDocument,
  facts: PageFacts,
  url: string | null,
  now: Date | undefined,
): DateReading {
  const lang = declaredLanguage(document, facts);
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : null;
  const country = countryOf(lang, host);
  return { zone: zoneOfCountry(country), dayFirst: dayFirst(lang, country), now };
}

function declaredLanguage(document: PageDocument, facts: PageFacts): string {
  const html = document.querySelector('html');
  const stated =
    html?.getAttribute('lang') ??
    html?.getAttribute('xml:lang') ??
    metaContent(facts, 'og:locale', 'content-language') ??
    '';
  const lang = stated.trim().toLowerCase().replaceAll('_', '-');
  const beginning = (document.querySelector('title')?.textContent ?? '').slice(0, 300);
  const han = /\p{Script=Han}{2}/u.test(beginning) && !/[\u3041-\u30ff]/.test(beginning);
  return han && !/^(?:zh|ja|ko)/.test(lang) ? 'zh' : lang;
}

function dayFirst(lang: string, country: string | null): boolean | null {
  if (country === null) return lang === '' || lang.startsWith('en') ? null : true;
  if (UNDECIDED.has(country)) return null;
  // Outside America an American tag is often a template's default.
  const american = /^en-(?:us|ph)\b/.test(lang);
  return american === MONTH_FIRST.has(country) ? !american : null;
}
