import type { PageFacts } from './page-facts.js';

const PAYWALL =
  /subscribe to (?:continue|read)|subscribers? only|already a subscriber|to continue reading|exclusively for subscribers|nur für abonnenten|jetzt weiterlesen|réservé aux abonnés|solo para suscriptores|开通会员后|会员专享|付费阅读|订阅后(?:阅读|继续)|剩余\d{1,3}%|登录后阅读全文/i;
const WALL =
  /^(?:before you continue|we value your privacy|we use cookies|your privacy|just a moment|access denied|are you a robot|verify you are human|please enable (?:javascript|cookies)|datenschutz|ihre privatsphäre|le respect de votre vie privée|安全验证|请完成(?:安全)?验证|访问验证|登录后)/i;
/** A page with more text than this is no wall, whatever it says. */
const LONGEST_WALL = 1500;

/** Whether the page says that most of its article is for subscribers. */
export function isPaywalled({ jsonLd, meta }: PageFacts, ending: string): boolean {
  const free = jsonLd.map((object) => object['isAccessibleForFree']).find((value) => value !== undefined);
  if (free !== undefined) return free === false || (typeof free === 'string' && /^false$/i.test(free));
  if (/^(?:locked|metered|paid|premium)$/i.test(meta.get('article:content_tier')?.[0] ?? '')) return true;
  return PAYWALL.test(ending.slice(-600));
}

/** Whether the page asks for consent, a login or a proof of humanity in place of an article. */
export const isWalled = (title: string | null, text: string): boolean =>
  text.length <= LONGEST_WALL && (WALL.test(title ?? '') || WALL.test(text));
