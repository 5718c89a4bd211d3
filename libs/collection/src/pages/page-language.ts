import { metaContent, type PageFacts } from './page-facts.js';
import type { PageDocument } from './page-dom.js';

/** The page's language as a BCP 47 tag: what it declares, corrected when its letters rule that out. */
export function pageLanguage(document: PageDocument, facts: PageFacts, text: string): string | null {
  const html = document.querySelector('html');
  const declared = [
    html?.getAttribute('lang'),
    html?.getAttribute('xml:lang'),
    metaContent(facts, 'og:locale', 'content-language', 'dc.language', 'language', 'inlanguage'),
  ]
    .map((tag) => wellFormed(tag))
    .find((tag) => tag !== null);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const isChinese = letters > 0 && han > letters * 0.5 && kana < han * 0.1;
  if (isChinese && !/^(?:zh|yue|ja|ko)\b/i.test(declared ?? '')) return 'zh';
  return letters > 200 && han + kana < letters * 0.02 && /^(?:zh|ja)\b/i.test(declared ?? '')
    ? null
    : (declared ?? null);
}

function wellFormed(tag: string | null | undefined): string | null {
  const first = tag?.split(/[,;]/)[0]?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(first)) return null;
  try {
    return Intl.getCanonicalLocales(first)[0] ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
