import type { PageElement } from './page-dom.js';

/** What class, id, role and tag say about the part of a page that an element is. */
export type MarkupHint = 'article' | 'furniture' | 'detail' | null;

/** Words in class names and ids of what surrounds an article. */
const FURNITURE = new Set(
  `comment comments commentlist commentform commentarea kommentar kommentare respond reply replies disqus livefyre
  share shares sharing shareit shariff sharebar sharedaddy addtoany addthis social socials socialmedia sns fenxiang
  related relatedposts relatedarticles recommend recommended recommendation recommendations recommends tuijian xiangguan
  outbrain taboola zergnet trending popular mostread mostpopular hotnews ranking rank paihang
  sidebar widget widgets newsletter cookie cookies consent gdpr cmp
  breadcrumb breadcrumbs crumbs crumb pagination pager pagenav postnavigation nav navi navbar navigation menu submenu
  footer foot colophon masthead topbar toolbar bottombar tagcloud tags taglist tagline keywords labels
  banner advert advertisement advertising ads adsense adslot sponsor sponsored promo promotion popup modal overlay lightbox
  login signin signup signinbox register subscribe subscription abo jubao feedback voting poll
  copyright impressum legal statement shengming infobox toc printfooter catlinks editsection noprint screenreader sronly
  jp-relatedposts upsell readmore weiterlesen authorbox aboutauthor authorbio bio biography
  authordescription authorinfo abouttheauthor writerbio nextpost prevpost previouspost nextstory nextarticle prevarticle
  postnav postratings postrating readnext readalso relatedpost relatedstories relatedcontent relatedlinks relatednews
  relatedtopics moreabout morestories morefrom morenews topstories toptopics toptopic recirculation entryutility
  entryfooter postfooter posttags articletags newstags calltoaction cta newsletterbox newslettersignup cookieconsent
  cookiebanner cookiebar cookienotice thirdparty visuallyhidden skiplink skipnavigation contactbox presscontact
  disclaimer disclosure netiquette communitynotice appbanner appsection siguenos suscribete abobox paywalloverlay
  twittertweet instagrammedia tiktokembed fbpost fbpage socialembed teaserlist teasergrid toptags tagged taggedwith breadrcumb
  pinglun qrcode erweima appdownload download openapp`.split(/\s+/),
);

/** The same for what belongs to an article without being its text. */
const DETAIL = new Set(
  `meta metadata postmeta postmetadata entrymeta byline author authors vcard date dateline datetime time timestamp published
  pubdate updated caption captions credit credits figcaption photocredit
  imagedescription imagetext imagecaption imagesource bildunterschrift bildtext bildquelle mediacaption legende copyright source laiyuan editor zeren bianji kicker
  category categories cats filed tag submitted hits views counter tools utility rating`.split(/\s+/),
);

const ARTICLE =
  /(?:article|entry|post|story|news|content|main|page|blog|text|detail)[-_]{0,2}(?:body|content|text|main|inner|detail|article|entry|copy)|articlebody|storybody|richtext|rich_media_content|bodytext|maintext|body-copy|field-name-body|text_con|artibody|\bmce-body\b|\bentry\b|^content$|zhengwen|TRS_Editor|left_zw/i;
const WHOLE_PAGE = new Set(['html', 'body', 'main', 'article']);
const FURNITURE_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
]);

/** Reads an element's hint; `null` for the many that say nothing. */
export function markupHint(element: PageElement): MarkupHint {
  const tag = element.localName;
  if (tag === 'aside' || tag === 'nav' || tag === 'footer' || tag === 'form') return 'furniture';
  if (tag === 'figcaption') return 'detail';
  if (/^(?:articleBody|reviewBody|blogPost)$/i.test(element.getAttribute('itemprop') ?? '')) return 'article';
  const role = element.getAttribute('role');
  if (role !== null && FURNITURE_ROLES.has(role.toLowerCase())) return 'furniture';
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.trim();
  if (names === '' || names.length > 2000)
    return WHOLE_PAGE.has(tag) && tag !== 'html' && tag !== 'body' ? 'article' : null;
  if (WHOLE_PAGE.has(tag)) return tag === 'article' || tag === 'main' ? 'article' : null;
  const words = wordsOf(names);
  // Templates put the tags and categories of a post into its classes.
  const listing = /\b(?:hentry|type-post|status-publish|post-\d+)\b/.test(names);
  if (!listing && words.some((word) => FURNITURE.has(word))) return 'furniture';
  if (ARTICLE.test(names)) return words.some((word) => DETAIL.has(word)) ? null : 'article';
  return !listing && words.some((word) => DETAIL.has(word)) ? 'detail' : null;
}

/** Words of class names, each name's parts alone, joined in pairs and as a whole: `entry-meta` gives entry, meta, entrymeta. */
function wordsOf(names: string): string[] {
  const words: string[] = [];
  for (const name of names.split(/\s+/)) {
    const parts = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((part) => part !== '');
    words.push(...parts);
    for (let index = 1; index < parts.length; index += 1) words.push(parts[index - 1]! + parts[index]!);
    if (parts.length > 2) words.push(parts.join(''));
  }
  return words;
}
