import type { ArticleSpan } from './article-span.js';
import type { PageFacts } from './page-facts.js';
import type { PageBlocks } from './text-blocks.js';

/** What stands where a text breaks off for those who have not paid. */
const PAYWALL =
  /subscribe (?:now )?to (?:continue|read|unlock)|subscribers? only|already a (?:subscriber|member)\?|to (?:continue|keep) reading|exclusively for (?:subscribers|members)|for subscribers only|this (?:article|story|content) is (?:for|reserved|available)[^.]{0,30}(?:subscribers|members)|unlock this (?:article|story)|nur für abonnenten|exklusiv für abonnenten|jetzt weiterlesen|weiterlesen mit|sie möchten weiterlesen|möchten sie weiterlesen|diese[nr]? (?:artikel|text|inhalt)[^.]{0,40}(?:abo|abonnenten|registrieren)|réservé (?:aux|à nos) abonnés|la suite (?:est réservée|de cet article)|il vous reste \d{1,3} ?%|pour lire la suite|solo para suscriptores|exclusivo para suscriptores|para seguir leyendo|conteúdo exclusivo para assinantes|para continuar lendo|contenuto riservato|per continuare a leggere|开通会员|会员专享|付费阅读|订阅后(?:阅读|继续)|剩余\d{1,3}%|登录后(?:阅读|查看)(?:全文|更多)|本文为付费|有料会員|この記事は会員限定|続きを読むには/i;
/** Titles and texts of pages that stand before a page. */
const WALL =
  /^(?:before you continue|we value your privacy|we use cookies|your privacy|your consent|consent required|just a moment|attention required|access denied|are you a robot|robot check|verify you are human|checking your browser|please (?:enable|turn on) (?:javascript|cookies)|please wait|request (?:blocked|unsuccessful)|captcha|security check|datenschutz(?:einstellungen)?$|ihre privatsphäre|mit (?:werbung|tracking)|wir verwenden cookies|zustimmung|le respect de votre vie privée|nous respectons votre vie privée|gérer vos cookies|continuer sans accepter|su privacidad|usamos cookies|questo sito utilizza i cookie|la tua privacy|安全验证|请完成(?:安全)?验证|访问验证|人机验证|百度安全验证|登录后|请先登录)/i;
/** A page with more text than this is no wall, whatever it says. */
const LONGEST_WALL = 1500;
const HARDLY_ANY = 100;
const FIRST_BLOCKS = 6;
/** Blocks around the end of an article in which a paywall speaks. */
const BEFORE_END = 2;
const BEHIND_END = 12;
const LONGEST_BLOCK = 400;
const TIERS = ['article:content_tier', 'og:article:content_tier', 'content_tier', 'paywall', 'mpaccess'];

/** Whether the page says that most of its article is for subscribers: in its data, or where its text ends. */
export function isPaywalled({ jsonLd, meta }: PageFacts, { blocks }: PageBlocks, { end }: ArticleSpan): boolean {
  const free = [...jsonLd.map((object) => object['isAccessibleForFree']), meta.get('isaccessibleforfree')?.[0]].find(
    (value) => value !== undefined,
  );
  if (free !== undefined) return free === false || (typeof free === 'string' && /(?:^|\/)false$/i.test(free));
  const tier = TIERS.map((name) => meta.get(name)?.[0]).find((content) => content !== undefined);
  if (tier !== undefined && /^(?:locked|metered|paid|premium|true|hard)$/i.test(tier)) return true;
  return blocks
    .slice(Math.max(0, end - BEFORE_END), end + BEHIND_END)
    .some(({ text }) => text.length <= LONGEST_BLOCK && PAYWALL.test(text));
}

/**
 * Whether the page asks for consent, a login or a proof of humanity in place of an article.
 *
 * @param text the article that was found; where there is hardly any, the page's first lines speak
 */
export function isWalled(title: string | null, text: string, { blocks }: PageBlocks): boolean {
  if (text.length > LONGEST_WALL) return false;
  const shown = text.length < HARDLY_ANY ? blocks.slice(0, FIRST_BLOCKS).map((block) => block.text) : [text];
  return WALL.test(title ?? '') || shown.some((line) => WALL.test(line));
}
